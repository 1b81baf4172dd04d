/** Fields, content controls and form boxes in Word: of each, what it shows. */
import { wordIn } from '../../terms/word-in.ts'
import { addText, type State } from './docx-state.ts'
import { isOn, skip, type Elements } from './xml.ts'

export function fields(state: State): Elements {
  const mark: Record<string, () => void> = {
    begin: () => void state.fields.push('code'),
    separate: () => void (state.fields.length > 0 && (state.fields[state.fields.length - 1] = 'result')),
    end: () => void state.fields.pop(),
  }
  return {
    fldChar: { open: ({ fldCharType }) => wordIn(mark, fldCharType ?? '')?.() },
    instrText: skip,
    ...formFields(state),
  }
}

/** The boxes of old forms: what is ticked or chosen stands in the properties of a field, not in its result. */
function formFields(state: State): Elements {
  let chosen = 0
  let choices: string[] | null = null
  let ticked: boolean | null = null
  const show = (text: string) => {
    const own = state.fields.pop()
    addText(state, text)
    if (own) state.fields.push(own)
  }
  return {
    ddList: {
      open: () => ((choices = []), void (chosen = 0)),
      close() {
        show(choices?.[chosen] ?? '')
        choices = null
      },
    },
    result: { open: ({ val }) => void (chosen = Number(val)) },
    listEntry: { open: ({ val = '' }) => void choices?.push(val) },
    checkBox: {
      open: () => void (ticked = false),
      close() {
        show(ticked ? '☑' : '☐')
        ticked = null
      },
    },
    default: { open: on => void (choices ? (chosen = Number(on.val)) : ticked !== null && (ticked = isOn(on))) },
    checked: { open: on => void (ticked !== null && (ticked = isOn(on))) },
  }
}

export const controls = (state: State): Elements => ({
  sdt: { open: () => void state.prompts.push(false), close: () => void state.prompts.pop() },
  showingPlcHdr: {
    open(on) {
      if (state.prompts.length > 0) state.prompts[state.prompts.length - 1] = isOn(on)
    },
  },
})
