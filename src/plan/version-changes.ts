/**
 * What a version changes of what is dated: timescales, leads and ratings. An action that continues gets a row only where the version
 * says otherwise than the one before, so that what was changed here since is not undone by words that nobody touched.
 */
import type { Lead } from '../intake/plan-reading.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { deliveryOf, impactOf } from './rating-words.ts'
import type { At, ToAdd } from './version-words.ts'

/** The first agreed timescale of a new action; for one that continues, a row only where the version words it otherwise. */
export const addTimescales = (db: Db, at: At, actions: ToAdd[]) => {
  const rows = actions.map(({ action, actionId }) => ({
    id: actionId,
    text: action.timescaleText,
    start_text: action.startText,
    end_text: action.endText,
    kind: action.timescale.kind,
    earliest: action.timescale.earliest,
    latest: action.timescale.latest,
  }))
  return db.run(sql`
    insert into action_timescale (authority_id, action_id, agreed_on, text, start_text, end_text, kind, earliest_on, latest_on, reason, recorded_by)
    select current_authority(), r.id, ${at.fromOn}, r.text, r.start_text, r.end_text, r.kind, r.earliest, r.latest, ${`Version ${at.number} of the plan`}, ${at.by}
    from jsonb_to_recordset(${rows}::jsonb) as r (id integer, text text, start_text text, end_text text, kind text, earliest date, latest date)
    left join lateral (
      select text, kind, latest_on from action_timescale t where t.action_id = r.id order by agreed_on desc, action_timescale_id desc limit 1
    ) now on true
    where now.text is null or now.text <> r.text or now.latest_on is distinct from r.latest or now.kind <> r.kind`)
}

/**
 * Leads that were matched to posts. One that continues gets a row where the document words its lead otherwise than before, and then
 * even with no post: the earlier lead no longer answers for it.
 */
export function addLeadChanges(db: Db, at: At, actions: ToAdd[], posts: Map<string, number>) {
  const rows = actions.map(({ action, actionId }) => ({
    id: actionId,
    posts: postsOf(action.leads, posts),
    words: action.leadText,
  }))
  return db.run(sql`
    with given as (
      select r.id, r.words, array(select p::integer from jsonb_array_elements_text(r.posts) with ordinality as e (p, n) order by n) as posts
      from jsonb_to_recordset(${rows}::jsonb) as r (id integer, posts jsonb, words text)
    ), changed as (
      select g.* from given g
      left join lateral (
        select action_leads_id from action_leads l where l.action_id = g.id order by from_on desc, action_leads_id desc limit 1
      ) now on true
      left join lateral (
        select lead_text from action_wording w
        where w.action_id = g.id and w.plan_version_id <> ${at.planVersionId} order by action_wording_id desc limit 1
      ) before on true
      where case when now.action_leads_id is null then cardinality(g.posts) > 0
                 else before.lead_text is distinct from g.words
                      and g.posts is distinct from
                          array(select post_id from action_leads_post lp where lp.action_leads_id = now.action_leads_id order by position) end
    ), added as (
      insert into action_leads (authority_id, action_id, from_on, reason, recorded_by)
      select current_authority(), c.id, ${at.fromOn}, ${`Version ${at.number} of the plan`}, ${at.by} from changed c
      returning action_leads_id, action_id
    )
    insert into action_leads_post (authority_id, action_leads_id, position, post_id)
    select current_authority(), added.action_leads_id, e.n, e.post_id
    from added join changed on changed.id = added.action_id cross join lateral unnest(changed.posts) with ordinality as e (post_id, n)`)
}

/** Each post once, in the order the document names them. */
const postsOf = (leads: Lead[], posts: Map<string, number>): number[] => [
  ...new Set(leads.map(lead => posts.get(lead.text)).filter(id => id !== undefined)),
]

/**
 * Ratings that the document itself gives by its own key, as the document's and not a person's: for actions that are new here, and
 * for those that continue where someone chose to take them.
 */
export const addFirstRatings = (db: Db, at: At, actions: ToAdd[], take: Set<number>) => {
  const rows = actions.flatMap(({ action, actionId, isNew, position }) => {
    const [delivery, impact] = [deliveryOf(action.delivery), impactOf(action.impact)]
    if (!(isNew || take.has(position - 1)) || (delivery === null && impact === null)) return []
    const words = [action.delivery, action.impact].flatMap(read => read?.text || read?.meaning || []).join('; ')
    return [
      {
        id: actionId,
        delivery,
        impact,
        reason: `As the plan document gives it: ${words}`,
      },
    ]
  })
  return db.run(sql`
    insert into action_rating (authority_id, action_id, rated_on, delivery, impact, reason, rated_by)
    select current_authority(), r.id, ${at.fromOn}, coalesce(r.delivery, now.delivery, 'not-started'), coalesce(r.impact, now.impact, 'none'),
           r.reason, ${at.by}
    from jsonb_to_recordset(${rows}::jsonb) as r (id integer, delivery text, impact text, reason text)
    left join lateral (
      select delivery, impact from action_rating where action_id = r.id order by rated_on desc, action_rating_id desc limit 1
    ) now on true`)
}
