/** Everything that happened to an action, newest first, for its page and its history. */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Delivery, Impact } from './action.ts'

/** One thing that happened. `on` is the day it is true of, `recordedAt` when it was put here. */
export type Happening = {
  kind: 'rating' | 'update' | 'timescale' | 'leads' | 'wording' | 'evidence' | 'file' | 'milestone' | 'link'
  id: number
  on: Day
  recordedAt: Date
  by: string
  post: string | null
  text: string
  delivery: Delivery | null
  impact: Impact | null
}

/** What happened to an action up to a day. */
export const listHappenings = (db: Db, actionId: number, asAt: Day) =>
  db.rows<Happening>(sql`
    select h.kind, h.id, h.happened_on as "on", h.recorded_at as "recordedAt", p.name as by, post.title as post, h.text, h.delivery, h.impact
    from (
      select 'rating' as kind, action_rating_id as id, rated_on as happened_on, recorded_at, rated_by as by_id, post_id, reason as text, delivery, impact
      from action_rating where action_id = ${actionId}
      union all
      select 'update', action_update_id, said_on, recorded_at, said_by, post_id, text, null, null from action_update where action_id = ${actionId}
      union all
      select 'timescale', action_timescale_id, agreed_on, recorded_at, recorded_by, null,
             concat_ws(' ', nullif(text, ''), case when agreed_by <> '' then '(agreed by ' || agreed_by || ')' end, nullif(reason, '')), null, null
      from action_timescale where action_id = ${actionId}
      union all
      select 'leads', l.action_leads_id, l.from_on, l.recorded_at, l.recorded_by, null,
             concat_ws(': ', coalesce((select string_agg(post.title, ', ' order by lp.position) from action_leads_post lp join post using (authority_id, post_id)
                                       where lp.action_leads_id = l.action_leads_id), 'Nobody'), nullif(l.reason, '')), null, null
      from action_leads l where l.action_id = ${actionId}
      union all
      select 'wording', action_wording_id, from_on, recorded_at, recorded_by, null, concat_ws(': ', nullif(reason, ''), text), null, null
      from action_wording where action_id = ${actionId}
      union all
      select 'evidence', evidence_id, added_on, recorded_at, added_by, null, title, null, null from evidence where action_id = ${actionId}
      union all
      select 'file', a.attachment_id, a.added_on, a.recorded_at, a.added_by, a.post_id,
             concat('Added ', coalesce(c.name, 'a file'), ' to ', e.title, '. SHA-256 ', encode(a.sha256, 'hex')), null, null
      from attachment a join evidence e using (authority_id, evidence_id) left join attachment_content c using (authority_id, attachment_id)
      where e.action_id = ${actionId}
      union all
      select 'file', a.attachment_id, r.removed_on, r.recorded_at, r.removed_by, r.post_id,
             concat('Removed ', coalesce(c.name, 'a file'), ' from ', e.title, ': ', r.reason, '. SHA-256 ', encode(a.sha256, 'hex')), null, null
      from attachment_removal r join attachment a using (authority_id, attachment_id) join evidence e using (authority_id, evidence_id)
      left join attachment_content c using (authority_id, attachment_id)
      where e.action_id = ${actionId}
      union all
      select 'milestone', o.milestone_outcome_id, o.happened_on, o.recorded_at, o.recorded_by, null,
             concat_ws(' ', initcap(o.outcome) || ':', m.text, nullif(o.reason, '')), null, null
      from milestone_outcome o join milestone m using (authority_id, milestone_id) where m.action_id = ${actionId}
      union all
      select 'milestone', milestone_id, added_on, recorded_at, added_by, null, concat('Added: ', text, ', due ', to_char(due_on, 'FMDD Mon YYYY')), null, null
      from milestone where action_id = ${actionId}
      union all
      select 'link', citation_id, from_on, recorded_at, recorded_by, null, concat_ws(' ', 'Linked to', source_name, ref), null, null
      from citation where action_id = ${actionId} and by_hand
      union all
      select 'link', citation_id, withdrawn_on, recorded_at, withdrawn_by, null,
             concat_ws(' ', 'Link ended to', source_name, ref) || ': ' || coalesce(withdrawn_reason, ''), null, null
      from citation where action_id = ${actionId} and withdrawn_on > from_on
    ) h
    join person p on p.person_id = h.by_id
    left join post on post.post_id = h.post_id
    where h.happened_on <= ${asAt}
    order by h.happened_on desc, h.recorded_at desc, h.kind, h.id desc`)

/** Where an action that a version no longer holds went, and where one that a version brought came from. */
export type Kin = {
  planVersionId: number
  number: number
  versionOn: Day
  kind: string
  note: string
  actionId: number | null
  ref: string | null
  text: string | null
  direction: 'to' | 'from'
}

/** Up to a day: what a version that had not begun did with it is not known yet. */
export const listKin = (db: Db, actionId: number, asAt: Day) =>
  db.rows<Kin>(sql`
    select v.plan_version_id as "planVersionId", v.number, v.from_on as "versionOn", s.kind, s.note, other.action_id as "actionId", w.ref, w.text, other.direction
    from action_succession s
    join plan_version v using (authority_id, plan_version_id)
    cross join lateral (
      select case when s.from_action_id = ${actionId} then s.to_action_id else s.from_action_id end as action_id,
             case when s.from_action_id = ${actionId} then 'to' else 'from' end as direction
    ) other
    left join lateral (
      select ref, text from action_wording where action_id = other.action_id order by action_wording_id desc limit 1
    ) w on true
    where (s.from_action_id = ${actionId} or s.to_action_id = ${actionId}) and v.from_on <= ${asAt}
    order by v.number, s.action_succession_id`)

/** The versions that hold the action, with how each words it first. */
export const listVersionsOfAction = (db: Db, actionId: number, asAt: Day) =>
  db.rows<{ planVersionId: number; number: number; fromOn: Day; ref: string; text: string }>(sql`
    select distinct on (v.number) v.plan_version_id as "planVersionId", v.number, v.from_on as "fromOn", w.ref, w.text
    from action_wording w join plan_version v using (authority_id, plan_version_id)
    where w.action_id = ${actionId} and v.from_on <= ${asAt} order by v.number, w.action_wording_id desc`)
