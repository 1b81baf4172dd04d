-- What several of the measures say: working days, birthdays, periods of care.

insert into working_day
select on_day, is_worked, count(*) filter (where is_worked) over (order by on_day)
from (
  select d::date as on_day, extract(isodow from d) < 6 and h.on_day is null as is_worked
  from generate_series('1998-01-01'::date, '2028-12-31'::date, '1 day') d
  left join bank_holiday h on h.on_day = d::date
) days;

create unique index on working_day (nth) where is_worked;

-- R2: the Nth working day after a day, which is day 0 whether it is worked or not.
create table working_days_after as
select s.on_day as start_day, days, d.on_day as due_day
from unnest(array[10, 15, 20, 45]) days
cross join working_day s
join working_day d on d.is_worked and d.nth = s.nth + days;

create unique index on working_days_after (days, start_day);

-- R17: unborn until the day expected. R18: born on 29 February, eighteen on 1 March.
create view child_birth as
select pers_person_id as person_id, pers_death_date as died_on, born_on,
  (born_on + interval '18 years')::date
    + case when to_char(born_on, 'MMDD') = '0229' then 1 else 0 end as eighteen_on
from (select *, coalesce(pers_dob, pers_expected_dob) as born_on from ssd_person) person;

-- A period of care: episodes from one that starts it (S, or after an end for any reason but X1) to the next such.
-- Known by the number of the period, else by its first episode's.
create view care_episode as
select *, first_value(coalesce(clae_cla_id, clae_cla_episode_id)) over (partition by clae_person_id, period_no order by nth) as care_id
from (
  select *, count(*) filter (where is_first) over (partition by clae_person_id order by nth) as period_no
  from (
    select *,
      row_number() over child as nth,
      clae_cla_episode_start_reason = 'S'
        or coalesce(lag(clae_cla_episode_ceased_reason) over child, 'none') <> 'X1' as is_first
    from ssd_cla_episodes
    where clae_cla_episode_start_date is not null
      and coalesce(clae_cla_episode_ceased_date >= clae_cla_episode_start_date, true) -- R20
    window child as (partition by clae_person_id order by clae_cla_episode_start_date, clae_cla_episode_ceased_date nulls last, clae_cla_episode_id)
  ) ordered
) numbered;

-- It goes on until an episode ceases for a reason other than X1.
create view care_period as
select care_id, person_id, from_day, case when last_reason = 'X1' then null else last_day end as until_day
from (
  select care_id, clae_person_id as person_id, min(clae_cla_episode_start_date) as from_day,
    (array_agg(clae_cla_episode_ceased_date order by nth desc))[1] as last_day, (array_agg(clae_cla_episode_ceased_reason order by nth desc))[1] as last_reason
  from care_episode
  group by care_id, clae_person_id
) period;

-- R19: a series of short breaks.
create view short_break as
select lega_person_id as person_id, lega_legal_status_start_date as from_day, lega_legal_status_end_date as until_day
from ssd_legal_status
where lega_legal_status in ('V3', 'V4');

-- Our own plans. One of another authority, and one that ends on the day it starts or before, is in no count.
create view own_cp_plan as
select p.cppl_cp_plan_id as plan_id, p.cppl_person_id as person_id, p.cppl_cp_plan_start_date as from_day, p.cppl_cp_plan_end_date as until_day,
  exists (
    select 1 from ssd_initial_cp_conference c
    where c.icpc_icpc_transfer_in = 'Y' and (c.icpc_icpc_id = p.cppl_icpc_id or c.icpc_cp_plan_id = p.cppl_cp_plan_id)
  ) as is_transfer_in
from ssd_cp_plans p
where p.cppl_cp_plan_start_date is not null
  and p.cppl_cp_plan_ola is distinct from 'Y'
  and (p.cppl_cp_plan_end_date is null or p.cppl_cp_plan_end_date > p.cppl_cp_plan_start_date);

analyze;
