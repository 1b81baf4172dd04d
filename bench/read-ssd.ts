/**
 * How long an extract of the Standard Safeguarding Dataset takes to read and what memory it leaves in use:
 * `node --expose-gc --import tsx bench/read-ssd.ts [ROWS]` on Node 24. Rows are made here; one in two hundred has something wrong. Each
 * run is of CSV files, as most systems write them; the promise is 60,000 rows in under 3 seconds.
 */
import { readSsd, type GivenFile } from '../src/intake/read-ssd.ts'
import { addDays, day, type Day } from '../src/terms/day.ts'

const PROMISED = 3000
const rows = Number(process.argv[2] ?? 60_000)
const AS_AT = day('2026-10-31')
const FIRST = day('2020-11-01')

/** How many rows of each table there are for a hundred rows in all. */
const SHARES = { person: 12, contacts: 16, referral: 10, assessment: 8, plan: 4, visit: 30, involvement: 16, legal: 4 }

let seed = 7
const chance = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
const pick = <One>(all: readonly One[]): One => all[Math.floor(chance() * all.length)]!
const on = (): string => {
  const given: Day = addDays(FIRST, Math.floor(chance() * 2190))
  return chance() < 0.005 ? '31/02/2024' : `${given} 00:00:00.000`
}
const maybe = (text: string, part = 0.6) => (chance() < part ? text : '')

function csv(name: string, headings: string, count: number, row: (at: number) => string): GivenFile {
  const lines = Array.from({ length: Math.round(count) }, (_, at) => row(at))
  return { name: `${name}.csv`, bytes: Buffer.from([headings, ...lines].join('\r\n')) }
}

function extract(total: number): GivenFile[] {
  const of = (share: number) => (total * share) / 100
  const people = of(SHARES.person)
  const person = () => `P${Math.floor(chance() * people)}`
  const referral = () => `R${Math.floor(chance() * of(SHARES.referral))}`
  const yes = () => pick(['Y', 'N', 'Yes', '1', ''])
  return [
    csv('ssd_person', 'pers_legacy_id,pers_person_id,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob,pers_expected_dob,pers_death_date,pers_is_mother,pers_nationality', people, at => `L${at},P${at},Robin,Ashdown${at % 900},${pick(['M', 'F', 'Male'])},${pick(['WBRI', 'BAFR - African', 'A1'])},${addDays(day('2006-01-01'), Math.floor(chance() * 7000))},1900-01-01,,N,GBR`),
    csv('ssd_contacts', 'cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_source_desc,cont_contact_outcome_json', of(SHARES.contacts), at => `C${at},${person()},${on()},${pick(['6', '2A', '3B - Health visitor'])},Police,"{""NEW_REFERRAL_FLAG"": ""${pick(['Y', 'N'])}"", ""NFA_FLAG"": ""${pick(['Y', 'N'])}""}"`),
    csv('ssd_cin_episodes', 'cine_referral_id,cine_person_id,cine_referral_date,cine_cin_primary_need_code,cine_referral_source_code,cine_referral_outcome_json,cine_referral_nfa,cine_close_reason,cine_close_date,cine_referral_team,cine_referral_worker_id', of(SHARES.referral), at => `R${at},${person()},${on()},N1,6,"{""NFA_FLAG"": ""N""}",${yes()},RC8,${maybe(on())},T1,W${at % 200}`),
    csv('ssd_cin_assessments', 'cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_child_seen,cina_assessment_auth_date,cina_assessment_outcome_json,cina_assessment_outcome_nfa,cina_assessment_team,cina_assessment_worker_id', of(SHARES.assessment), at => `A${at},${person()},${referral()},${on()},${yes()},${maybe(on())},"{""NFA_FLAG"": ""N"", ""COMMENTS"": ""seen ${at}""}",${yes()},T2,W${at % 200}`),
    csv('ssd_cp_plans', 'cppl_cp_plan_id,cppl_referral_id,cppl_icpc_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_ola,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category', of(SHARES.plan), at => `CP${at},${referral()},,${person()},${on()},${maybe(on())},N,${pick(['Neglect', 'EMO', '"Neglect, Physical abuse"'])},NEG`),
    csv('ssd_cp_visits', 'cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_alone,cppv_cp_visit_bedroom', of(SHARES.visit), at => `V${at},${person()},CP${Math.floor(chance() * of(SHARES.plan))},${on()},${yes()},${yes()},${yes()}`),
    csv('ssd_involvements', 'invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_person_id,invo_involvement_start_date,invo_involvement_end_date,invo_worker_change_reason,invo_referral_id', of(SHARES.involvement), at => `I${at},W${at % 200},CW,T1,${person()},${on()},${maybe(on())},MANAGE,${referral()}`),
    csv('ssd_legal_status', 'lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date', of(SHARES.legal), at => `LS${at},${person()},${pick(['C2 Full care order', 'V2', 'A local word'])},${on()},${maybe(on())}`),
  ] // prettier-ignore
}

const inUse = () => (globalThis.gc?.(), process.memoryUsage().heapUsed / 1024 / 1024)

for (const run of ['first', 'second', 'third']) {
  const files = extract(rows)
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024 / 1024
  const before = inUse()
  const [from, busy] = [performance.now(), process.cpuUsage()]
  const reading = await readSsd(files, AS_AT)
  const took = Math.round(performance.now() - from)
  const peak = process.memoryUsage().heapUsed / 1024 / 1024 - before
  const { user, system } = process.cpuUsage(busy)
  const counts = Object.values(reading.counts)
  const [read, kept] = [counts.reduce((sum, one) => sum + one.read, 0), counts.reduce((sum, one) => sum + one.kept, 0)]
  console.log(
    `${run}: ${read} rows (${size.toFixed(1)} MB), ${kept} kept, in ${took} ms (processor ${Math.round((user + system) / 1000)}); ${Math.round(peak)} MB at the end, ${Math.round(inUse() - before)} MB kept; ${reading.problems.length} problems${took > PROMISED ? ', OVER' : ''}`,
  )
  if (reading.records.people.length === 0) throw new Error('nothing was read')
}
