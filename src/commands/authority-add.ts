/** `golden-thread authority add`: a council of your own, with the programme manager who brings in its plan. */
import { readConfig } from '../config.ts'
import { isPlainEmail } from '../people/email.ts'
import { setUpAuthority } from '../people/set-up.ts'
import { listAuthorities } from '../store/authority.ts'
import { openStore } from '../store/open-store.ts'
import { isReadable } from '../web/theme.ts'
import { command, WrongInput, WrongUsage } from './command.ts'

export default command({
  summary: 'Add a council, and the programme manager who begins',
  takes: ['NAME'],
  options: {
    'short-name': { type: 'string', value: 'NAME', about: 'What it is called in a sentence; NAME unless said' },
    service: {
      type: 'string',
      value: 'NAME',
      about: 'What the programme is called; "Children’s services improvement"',
    },
    colour: { type: 'string', value: '#RRGGBB', about: 'Its own colour, dark enough for white letters' },
    manager: { type: 'string', value: 'NAME', about: 'The programme manager' },
    email: { type: 'string', value: 'ADDRESS', about: 'The e-mail address they sign in with' },
    post: { type: 'string', value: 'TITLE', about: 'Their post; "Improvement Programme Manager" unless said' },
  },
  help: `Prints the manager's first password once. It is kept nowhere: they change it under "Your account".

  golden-thread authority add "Testborough City Council" --manager "Ben Carter" --email ben.carter@testborough.gov.uk`,
  async run({ values, positionals: [name] }) {
    const { manager, email, colour } = values
    if (!manager || !email) throw new WrongUsage('Say who begins with --manager and --email')
    if (!isPlainEmail(email)) throw new WrongInput(`${email} is not an e-mail address`)
    if (colour !== undefined && !(/^#[0-9a-f]{6}$/i.test(colour) && isReadable(colour)))
      throw new WrongInput(`--colour ${colour} must be written like #1d4f6b and be dark enough for white letters on it`)
    const store = await openStore(readConfig(), 'authority add', 'join')
    try {
      const held = await listAuthorities(store.database)
      if (held.some(one => one.name === name)) throw new WrongInput(`${name} is there already`)
      const house = {
        name: name!,
        shortName: values['short-name'] ?? name!,
        serviceName: values.service ?? 'Children’s services improvement',
        brandColour: colour ?? null,
        manager: { name: manager, email, post: values.post ?? 'Improvement Programme Manager' },
      }
      const password = await setUpAuthority(store.database, house, new Date())
      return {
        json: { name, email, password },
        text: `${name} is set up. ${manager} signs in as ${email} with the password ${password}, and changes it there.`,
      }
    } finally {
      await store.close()
    }
  },
})
