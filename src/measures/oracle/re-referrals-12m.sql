-- Referrals of children who had been referred in the twelve months before, the last day counted; not on the same day.
select to_char(w.to_day, 'YYYY-MM-DD') as asked, r.cine_referral_id as id, r.cine_person_id as person, r.cine_referral_date as start,
  null::date as due, null::date as done,
  case when exists (
    select 1 from ssd_cin_episodes earlier
    where earlier.cine_person_id = r.cine_person_id
      and earlier.cine_referral_date < r.cine_referral_date
      and r.cine_referral_date <= earlier.cine_referral_date + interval '12 months'
  ) then 'met' else 'late' end as state
from asked_window w
join ssd_cin_episodes r on r.cine_referral_date between w.from_day and w.to_day
where w.kind = 'month';
