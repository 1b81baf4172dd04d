-- Children who came into care in the month: assessed within 20 working days, as it was known at the end of the month.
with entry as (
  select p.*, d.due_day, c.eighteen_on,
    exists (
      select 1 from short_break b where b.person_id = p.person_id and b.from_day <= p.from_day and coalesce(b.until_day > p.from_day, true)
    ) as is_short_break,
    (
      select min(clah_health_check_date) from ssd_cla_health h
      where h.clah_person_id = p.person_id
        and (h.clah_health_check_type = 'Initial health assessment'
          or h.clah_health_check_type = 'Review health assessment' and h.clah_health_check_date < p.from_day)
        and h.clah_health_check_status = 'Completed'
        and h.clah_health_check_date >= (p.from_day - interval '3 months')::date
        and coalesce(h.clah_health_check_date <= p.until_day, true)
    ) as assessed_on
  from care_period p
  left join working_days_after d on d.start_day = p.from_day and d.days = 20
  left join child_birth c on c.person_id = p.person_id
)
select to_char(w.to_day, 'YYYY-MM-DD') as asked, care_id as id, person_id as person, e.from_day as start, due_day as due,
  case when assessed_on <= w.to_day then assessed_on end as done,
  case
    when is_short_break or due_day >= eighteen_on then 'excluded'
    when assessed_on < e.from_day then 'excluded'
    when assessed_on <= least(due_day, w.to_day) then 'met'
    when assessed_on <= w.to_day then 'late'
    when until_day <= least(due_day, w.to_day) then 'excluded'
    when until_day <= w.to_day then 'late'
    when w.to_day <= due_day then 'open-in-time'
    else 'open-overdue'
  end as state
from asked_window w
join entry e on e.from_day between w.from_day and w.to_day
where w.kind = 'month';
