-- Children looked after at the end of a day who were in three or more placements in the twelve months to it.
with stay as (
  -- A placement begins at S, P, T, B and U; a change of legal status alone goes on with it.
  select clae_person_id as person_id, care_id, stay_no, min(clae_cla_episode_start_date) as from_day,
    case when bool_or(clae_cla_episode_ceased_date is null) then null else max(clae_cla_episode_ceased_date) end as until_day,
    (array_agg(clae_cla_placement_id order by nth))[1] as placement_id
  from (
    select *, count(*) filter (where clae_cla_episode_start_reason <> 'L' or is_first) over (partition by clae_person_id order by nth) as stay_no
    from care_episode
  ) numbered
  group by clae_person_id, care_id, stay_no
),
placed as (
  select s.*, p.clap_cla_placement_type as type, c.carer_id,
    coalesce(p.clap_cla_placement_type ~ '^T[0-4]$', false) as is_temporary,
    row(p.clap_cla_placement_type, p.clap_cla_placement_urn, p.clap_cla_placement_provider, p.clap_cla_placement_postcode)::text as where_placed
  from stay s
  left join ssd_cla_placement p on p.clap_cla_placement_id = s.placement_id
  left join gt_placement_carers c on c.placement_id = s.placement_id
  where coalesce(s.until_day > s.from_day, true)
),
-- Back with the same carer after a temporary placement: it is the one placement still.
lasting as (
  select *,
    coalesce(stay_no - lag(stay_no) over period > 1
      and case when carer_id is not null and lag(carer_id) over period is not null
        then carer_id = lag(carer_id) over period
        else where_placed = lag(where_placed) over period end, false) as is_back
  from placed
  where not is_temporary
  window period as (partition by care_id order by stay_no)
),
placement as (
  select person_id, min(from_day) as from_day,
    case when bool_or(until_day is null) then null else max(until_day) end as until_day, (array_agg(type order by stay_no))[1] as type
  from (select *, count(*) filter (where not is_back) over (partition by person_id order by stay_no) as placement_no from lasting) numbered
  group by person_id, placement_no
),
looked_after as (
  select w.to_day, p.*
  from asked_window w
  join care_period p on p.from_day <= w.to_day and coalesce(p.until_day > w.to_day, true)
  where w.kind = 'snapshot' and not exists (
    select 1 from short_break b
    where b.person_id = p.person_id and b.from_day <= w.to_day and coalesce(b.until_day > w.to_day, true)
  )
)
select to_char(l.to_day, 'YYYY-MM-DD') as asked, l.care_id as id, l.person_id as person, l.from_day as start, null::date as due, null::date as done,
  case when count(p.person_id) >= 3 then 'met' else 'late' end as state
from looked_after l
left join placement p on p.person_id = l.person_id and p.from_day <= l.to_day
  and coalesce(p.until_day >= (l.to_day - interval '12 months')::date + 1, true)
  -- To be adopted by the carers one is with is no change.
  and coalesce(p.type not in ('A3', 'A5'), true)
group by l.to_day, l.care_id, l.person_id, l.from_day;
