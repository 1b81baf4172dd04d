-- Assessments completed within 45 working days: those authorised in the month, and beside them those open and overdue at its end.
with assessment as (
  select a.*, r.cine_referral_date, r.cine_close_reason, r.cine_close_date,
    -- The first on a referral runs from the referral; later ones and orphans from their own start.
    case when r.cine_referral_id is not null and row_number() over (
      partition by a.cina_referral_id order by a.cina_assessment_start_date, a.cina_assessment_id) = 1
      then r.cine_referral_date else a.cina_assessment_start_date end as start_day
  from ssd_cin_assessments a
  left join ssd_cin_episodes r on r.cine_referral_id = a.cina_referral_id
),
clock as (
  select a.*, d.due_day, c.eighteen_on,
    case when cine_close_reason in ('RC2', 'RC5') then cine_close_date end as left_on
  from assessment a
  left join working_days_after d on d.start_day = a.start_day and d.days = 45
  left join child_birth c on c.person_id = a.cina_person_id
)
select to_char(w.to_day, 'YYYY-MM-DD') as asked, cina_assessment_id as id, cina_person_id as person, start_day as start, due_day as due,
  case when cina_assessment_auth_date <= w.to_day then cina_assessment_auth_date end as done,
  case
    when start_day is null or cina_assessment_auth_date < start_day or due_day >= eighteen_on then 'excluded'
    when cina_assessment_auth_date > w.to_day or cina_assessment_auth_date is null then 'open-overdue'
    when cina_assessment_auth_date <= due_day then 'met'
    else 'late'
  end as state
from asked_window w
join clock on cina_assessment_auth_date between w.from_day and w.to_day
  or (start_day <= w.to_day and due_day < w.to_day and coalesce(cina_assessment_auth_date > w.to_day, true)
      and coalesce(due_day < eighteen_on, true) and coalesce(left_on > w.to_day, true))
where w.kind = 'month';
