-- Plans that are not the child's first. One that a child brought by moving here is not a second plan.
select to_char(w.to_day, 'YYYY-MM-DD') as asked, p.plan_id as id, p.person_id as person, p.from_day as start, null::date as due, null::date as done,
  case when not p.is_transfer_in and exists (
    select 1 from own_cp_plan earlier
    where earlier.person_id = p.person_id and earlier.plan_id <> p.plan_id and earlier.from_day < p.from_day
  ) then 'met' else 'late' end as state
from asked_window w
join own_cp_plan p on p.from_day between w.from_day and w.to_day
where w.kind = 'rolling-year';
