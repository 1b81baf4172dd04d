/** What the forms of signing in ask for: taken as it is typed, and only once. */
import { type Field, text } from '../../web/form.ts'
import { PASSWORD_LENGTH } from '../password.ts'

/** A field that came twice was sent by no form of ours: which of the two counts is not guessed. */
export const once = <Value>(field: Field<Value>): Field<Value> => ({
  read: sent => (sent.texts.length > 1 ? { problem: 'This came twice. Enter it once' } : field.read(sent)),
})

/** A password that someone has: as typed, for spaces belong to it. */
export const password = (missing: string, tooLong: string): Field<string> =>
  once<string>({
    read({ texts: [typed = ''] }) {
      if (typed === '') return { problem: missing }
      return typed.length > PASSWORD_LENGTH.most ? { problem: tooLong } : { value: typed }
    },
  })

const { least, most } = PASSWORD_LENGTH
/** A password that someone chooses. */
export const newPassword: Field<string> = once<string>({
  read({ texts: [value = ''] }) {
    if (value.length < least) return { problem: `Choose a password of ${least} characters or more` }
    return value.length > most ? { problem: `Choose a password of ${most} characters or fewer` } : { value }
  },
})
export const NEW_PASSWORD_HINT = `${least} characters or more. Three words that have nothing to do with each other are good.`

export const emailAddress = once(text({ max: 254, missing: 'Enter your e-mail address' }))

/** Six digits, or a recovery code. Empty where a passkey answers instead. */
export const code = once(text({ max: 60 }))
/** What a passkey answered, as the browser wrote it. */
export const passkeyAnswer: Field<string> = once<string>({ read: ({ texts: [answer = ''] }) => ({ value: answer }) })
export const hidden = once(text({ max: 2_000 }))
