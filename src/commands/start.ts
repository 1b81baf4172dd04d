/** `golden-thread start` (and `npm start`): the whole service, until it is told to stop. */
import { readConfig } from '../config.ts'
import { startService } from '../main.ts'
import { command } from './command.ts'

export default command({
  summary: 'Start the service and its database',
  takes: [],
  options: {},
  help: `Listens on http://127.0.0.1:3000 unless PORT and HOST say otherwise. Ctrl-C stops it.

  DATABASE_URL            a PostgreSQL 15 or newer of your own, as the role golden_thread_service
  MIGRATION_DATABASE_URL  the same database, as the owner of its tables
  GOLDEN_THREAD_DATA      where the built-in database is kept (./data)
  GOLDEN_THREAD_ADDRESS   what people type in the browser, where it is not this machine
  GOLDEN_THREAD_TRUSTED_PROXIES  how many proxies stand in front of it (1), or their addresses; none unless said
  GOLDEN_THREAD_MOST_UPLOADED_MB  how large the files of an extract of children's records may be together (200)
  GOLDEN_THREAD_MOST_ATTACHED_GB  how large all files given as evidence may be together (20)
  GOLDEN_THREAD_SCANNER   ClamAV's clamd, which looks into every file: clamd:/run/clamav/clamd.ctl or clamd://host:3310
  GOLDEN_THREAD_METRICS_TOKEN  what Prometheus shows to be given /metrics
  GOLDEN_THREAD_LOG       requests or problems: whether each request leaves a line in the log (problems)
  GOLDEN_THREAD_SECRETS_KEY  what the secrets of authenticator apps are sealed with: 32 bytes in base64
  ..._FILE                any of these that is a secret, in a file: see docs/running.md
  GOLDEN_THREAD_DEMO      yes or no: whether an empty database is given the invented council of Aldermere
  GOLDEN_THREAD_DEMO_PASSWORD  the password of the demo sign-ins
  GOLDEN_THREAD_OIDC_ISSUER, ...  the council's own directory, such as Entra ID: see docs/sign-in.md
  GOLDEN_THREAD_SESSION_IDLE_HOURS, GOLDEN_THREAD_SESSION_LONGEST_HOURS  when a session ends (12, 24)`,
  async run({ progress, say }) {
    const service = await startService(readConfig(), progress)
    say({ json: { address: service.address }, text: service.greeting })
    const why = await Promise.race([toldToStop(), service.lost])
    progress(why instanceof Error ? 'Stopping (the database is gone)' : `Stopping (${why})`)
    await service.stop()
    if (why instanceof Error) throw why
    return { json: { stopped: true }, text: 'Stopped.' }
  },
})

/** Ctrl-C, a signal, or the front door (bin/golden-thread.mjs) gone without a word. A second Ctrl-C does not wait. */
const toldToStop = (): Promise<string> =>
  new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve(signal === 'SIGINT' ? 'Ctrl-C' : signal))
    process.on('disconnect', () => resolve('the process that started it is gone'))
  })
