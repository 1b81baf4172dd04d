/** `golden-thread stop`: stops a built-in database that a killed start left running. */
import { readConfig } from '../config.ts'
import { stopLeft } from '../store/embedded.ts'
import { command } from './command.ts'

export default command({
  summary: 'Stop a built-in database that was left running',
  takes: [],
  options: {},
  help: 'Only for one whose start was killed: one that runs is stopped with Ctrl-C where it was started.',
  async run() {
    const stopped = await stopLeft(readConfig().folder)
    return { json: { stopped }, text: stopped ? 'The database is stopped.' : 'No database was running.' }
  },
})
