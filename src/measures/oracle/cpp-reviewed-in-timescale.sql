-- Review conferences due in the month: three months from the start of the plan, then six from each as it was held. One with too few people is none.
with recursive held as (
  select distinct p.plan_id, r.cppr_cp_review_date as held_on
  from own_cp_plan p
  join ssd_cp_reviews r on r.cppr_cp_plan_id = p.plan_id or (r.cppr_cp_plan_id is null and r.cppr_person_id = p.person_id)
  where r.cppr_cp_review_quorate is distinct from 'N'
    and r.cppr_cp_review_date > p.from_day
    and coalesce(r.cppr_cp_review_date <= p.until_day, true)
),
chain as (
  select plan_id, nth, from_day, due_day, (select min(held_on) from held h where h.plan_id = first.plan_id) as held_on
  from (select plan_id, 1 as nth, from_day, (from_day + interval '3 months')::date as due_day from own_cp_plan) first
  union all
  select plan_id, nth + 1, held_on, (held_on + interval '6 months')::date,
    (select min(h.held_on) from held h where h.plan_id = chain.plan_id and h.held_on > chain.held_on)
  from chain
  where held_on is not null
)
select to_char(w.to_day, 'YYYY-MM-DD') as asked, plan_id || '/' || nth as id, p.person_id as person, chain.from_day as start, due_day as due,
  case when held_on <= w.to_day then held_on end as done,
  case
    when due_day >= c.eighteen_on then 'excluded'
    when held_on <= due_day then 'met'
    when held_on <= w.to_day then 'late'
    when p.until_day <= due_day then 'excluded'
    when p.until_day <= w.to_day then 'late'
    when w.to_day <= due_day then 'open-in-time'
    else 'open-overdue'
  end as state
from asked_window w
join chain on due_day between w.from_day and w.to_day
join own_cp_plan p using (plan_id)
left join child_birth c on c.person_id = p.person_id
where w.kind = 'month';
