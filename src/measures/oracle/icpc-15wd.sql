-- Initial conferences within 15 working days of the strategy discussion: those held in the month, one for each child, and beside them those that an
-- enquiry ended in the decision to hold and that are overdue at its end.
with enquiry as (
  select e.*, d.due_day, c.eighteen_on,
    coalesce((e.s47e_s47_outcome_json::json ->> 'CP_CONFERENCE_FLAG') = 'Y', false) as needs_conference,
    case when r.cine_close_reason in ('RC2', 'RC5') then r.cine_close_date end as left_on
  from ssd_s47_enquiry e
  left join working_days_after d on d.start_day = e.s47e_s47_start_date and d.days = 15
  left join child_birth c on c.person_id = e.s47e_person_id
  left join ssd_cin_episodes r on r.cine_referral_id = e.s47e_referral_id
),
conference as (
  select * from ssd_initial_cp_conference where icpc_icpc_date is not null and icpc_icpc_transfer_in is distinct from 'Y'
),
held as (
  select w.to_day, c.icpc_icpc_id, c.icpc_person_id, e.s47e_s47_start_date, e.due_day, c.icpc_icpc_date,
    case
      when e.s47e_s47_start_date is null or c.icpc_icpc_date < e.s47e_s47_start_date then 'excluded'
      when extract(isodow from c.icpc_icpc_date) > 5 then 'excluded'
      when e.due_day >= e.eighteen_on then 'excluded'
      when c.icpc_icpc_date <= e.due_day then 'met'
      else 'late'
    end
  from asked_window w
  join conference c on c.icpc_icpc_date between w.from_day and w.to_day
  left join enquiry e on e.s47e_s47_enquiry_id = c.icpc_s47_enquiry_id
  where w.kind = 'month'
),
-- Known by the conference's number where one was held later, else by the enquiry's.
overdue as (
  select w.to_day, coalesce(c.icpc_icpc_id, e.s47e_s47_enquiry_id), e.s47e_person_id, e.s47e_s47_start_date, e.due_day, null::date, 'open-overdue'
  from asked_window w
  join enquiry e on e.needs_conference and e.s47e_s47_end_date <= w.to_day and e.due_day < w.to_day
  left join ssd_initial_cp_conference c on c.icpc_s47_enquiry_id = e.s47e_s47_enquiry_id and c.icpc_icpc_date is not null
  where w.kind = 'month'
    and coalesce(c.icpc_icpc_date > w.to_day, true)
    and coalesce(e.due_day < e.eighteen_on, true)
    and coalesce(e.left_on > w.to_day, true)
)
select to_char(to_day, 'YYYY-MM-DD') as asked, id, person, start, due, done, state
from (select * from held union all select * from overdue) as found (to_day, id, person, start, due, done, state);
