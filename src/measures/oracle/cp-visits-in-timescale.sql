-- Children on a plan at the end of a day: seen in the last ten working days, or on a plan (or born) no longer than that.
with seen as (
  select cppv_person_id as person_id, cppv_cp_visit_date as seen_on from ssd_cp_visits where cppv_cp_visit_seen = 'Y'
  union
  select clav_person_id, clav_cla_visit_date from ssd_cla_visits where clav_cla_visit_seen = 'Y'
),
on_plan as (
  select w.to_day, p.*, greatest(p.from_day, c.born_on) as anchor
  from asked_window w
  join own_cp_plan p on p.from_day <= w.to_day and coalesce(p.until_day > w.to_day, true)
  left join child_birth c on c.person_id = p.person_id
  where w.kind = 'snapshot' and coalesce(c.born_on <= w.to_day, true)
),
last as (
  select o.to_day, o.plan_id, o.person_id, coalesce(max(s.seen_on), o.anchor) as start_day, count(s.seen_on) + 1 as nth
  from on_plan o
  left join seen s on s.person_id = o.person_id and s.seen_on >= o.anchor and s.seen_on <= o.to_day
  group by o.to_day, o.plan_id, o.person_id, o.anchor
)
select to_char(to_day, 'YYYY-MM-DD') as asked, plan_id || '/' || nth as id, person_id as person, last.start_day as start, due_day as due, null::date as done,
  case when to_day <= due_day then 'open-in-time' else 'open-overdue' end as state
from last
left join working_days_after d on d.start_day = last.start_day and d.days = 10;
