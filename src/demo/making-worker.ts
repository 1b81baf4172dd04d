/** Invents an authority's extract beside the service's own thread. */
import { parentPort, workerData } from 'node:worker_threads'
import { type AuthorityAsked, makeAuthority } from './make-authority.ts'

parentPort!.postMessage(makeAuthority(workerData as AuthorityAsked))
