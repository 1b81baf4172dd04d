/** Several promises under one reference, so that part can be done and the whole neither done nor not. */
import { countInWords } from '../../terms/count-words.ts'
import { capital } from '../../terms/first-letter.ts'
import { askAbout, openActions, quote } from '../asking.ts'
import { planCheck } from '../check.ts'

const VERB =
  /^(to )?(continue|carry out|further|implement|develop|ensure|establish|review|create|deliver|produce|monitor|launch|recruit|undertake|introduce|commission|improve|reduce|increase|maintain|complete|set up|agree|explore|clarify|provide|train|appoint|publish|explore|embed)\b/i

export default planCheck({
  id: 'several-promises',
  name: 'Several promises in one action',
  severity: 'minor',
  why: 'One rating cannot be true of three promises. Apart, each has a lead, a date and an end.',
  find: ({ plan }) =>
    askAbout(
      plan,
      openActions(plan).filter(action => promises(action.text).length >= 3),
      {
        one: action =>
          `Action ${action.ref} makes ${countInWords(promises(action.text).length)} promises under one rating: which of them is done?`,
        many: which => `${capital(which)} each make three or more promises under one rating: which of them are done?`,
        because: action =>
          `${action.ref}: ${promises(action.text)
            .slice(0, 3)
            .map(promise => quote(promise, 50))
            .join(', ')}`,
      },
    ),
  examples: [
    {
      that: 'three paragraphs, three promises',
      actions: [
        {
          text: 'Establish an effective edge of care service\nFurther develop a range of placements near the city\nPlacement Team to ensure that there are sufficient placements',
        },
      ],
      raises: 1,
      asks: /makes three promises/,
    },
    { that: 'two sentences', actions: [{ text: 'Review the duty system. Publish the new rota.' }], raises: 0 },
    {
      that: 'one promise in two parts',
      actions: [{ text: 'Explore whether improvements are required: strategy discussions; responses to requests' }],
      raises: 0,
    },
  ],
})

/** Lines are promises whatever they begin with; sentences only where they begin with something to do. */
function promises(text: string): string[] {
  const lines = text
    .split(/\n+/)
    .map(line => line.replace(/^[-–•\s]+/, '').trim())
    .filter(line => line.split(' ').length > 2)
  if (lines.length >= 3) return lines
  return text
    .split(/(?<=[a-z)])\.\s+(?=[A-Z])|\n+/)
    .map(sentence => sentence.trim())
    .filter(sentence => VERB.test(sentence))
}
