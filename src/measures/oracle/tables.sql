-- The tables of the Standard Safeguarding Dataset that eight measures are counted from, as its files have them, the supplement's placement carers,
-- and what no file holds: which days are worked, and the windows that are asked for.

create table ssd_person (
  pers_person_id text primary key,
  pers_legacy_id text,
  pers_upn text,
  pers_upn_unknown text,
  pers_single_unique_id text,
  pers_forename text,
  pers_surname text,
  pers_sex text,
  pers_gender text,
  pers_ethnicity text,
  pers_dob date,
  pers_expected_dob date,
  pers_death_date date,
  pers_is_mother text,
  pers_send_flag text,
  pers_nationality text
);

create table ssd_cin_episodes (
  cine_referral_id text primary key,
  cine_person_id text,
  cine_referral_date date,
  cine_cin_primary_need_code text,
  cine_referral_source_code text,
  cine_referral_source_desc text,
  cine_referral_outcome_json text,
  cine_referral_nfa text,
  cine_close_date date,
  cine_close_reason text,
  cine_referral_team text,
  cine_referral_worker_id text
);

create table ssd_cin_assessments (
  cina_assessment_id text primary key,
  cina_person_id text,
  cina_referral_id text,
  cina_assessment_start_date date,
  cina_assessment_child_seen text,
  cina_assessment_auth_date date,
  cina_assessment_outcome_json text,
  cina_assessment_outcome_nfa text,
  cina_assessment_team text,
  cina_assessment_worker_id text
);

create table ssd_s47_enquiry (
  s47e_s47_enquiry_id text primary key,
  s47e_referral_id text,
  s47e_person_id text,
  s47e_s47_start_date date,
  s47e_s47_end_date date,
  s47e_s47_nfa text,
  s47e_s47_outcome_json text,
  s47e_s47_completed_by_team text,
  s47e_s47_completed_by_worker_id text
);

create table ssd_initial_cp_conference (
  icpc_icpc_id text primary key,
  icpc_icpc_meeting_id text,
  icpc_s47_enquiry_id text,
  icpc_person_id text,
  icpc_cp_plan_id text,
  icpc_referral_id text,
  icpc_icpc_transfer_in text,
  icpc_icpc_target_date date,
  icpc_icpc_date date,
  icpc_icpc_outcome_cp_flag text,
  icpc_icpc_outcome_json text,
  icpc_icpc_team text,
  icpc_icpc_worker_id text
);

create table ssd_cp_plans (
  cppl_cp_plan_id text primary key,
  cppl_referral_id text,
  cppl_icpc_id text,
  cppl_person_id text,
  cppl_cp_plan_start_date date,
  cppl_cp_plan_end_date date,
  cppl_cp_plan_ola text,
  cppl_cp_plan_initial_category text,
  cppl_cp_plan_latest_category text
);

create table ssd_cp_visits (
  cppv_cp_visit_id text primary key,
  cppv_person_id text,
  cppv_cp_plan_id text,
  cppv_cp_visit_date date,
  cppv_cp_visit_seen text,
  cppv_cp_visit_seen_alone text,
  cppv_cp_visit_bedroom text
);

create table ssd_cp_reviews (
  cppr_cp_review_id text primary key,
  cppr_person_id text,
  cppr_cp_plan_id text,
  cppr_cp_review_due text,
  cppr_cp_review_date date,
  cppr_cp_review_meeting_id text,
  cppr_cp_review_outcome_continue_cp text,
  cppr_cp_review_quorate text,
  cppr_cp_review_participation text
);

create table ssd_cla_episodes (
  clae_cla_episode_id text primary key,
  clae_person_id text,
  clae_cla_placement_id text,
  clae_cla_episode_start_date date,
  clae_cla_episode_start_reason text,
  clae_cla_primary_need_code text,
  clae_cla_episode_ceased_date date,
  clae_cla_episode_ceased_reason text,
  clae_cla_id text,
  clae_referral_id text,
  clae_cla_last_iro_contact_date date,
  clae_entered_care_date date
);

create table ssd_cla_visits (
  clav_cla_visit_id text primary key,
  clav_cla_id text,
  clav_person_id text,
  clav_cla_visit_date date,
  clav_cla_visit_seen text,
  clav_cla_visit_seen_alone text
);

create table ssd_cla_placement (
  clap_cla_placement_id text primary key,
  clap_cla_id text,
  clap_person_id text,
  clap_cla_placement_start_date date,
  clap_cla_placement_end_date date,
  clap_cla_placement_type text,
  clap_cla_placement_urn text,
  clap_cla_placement_distance text,
  clap_cla_placement_provider text,
  clap_cla_placement_postcode text,
  clap_cla_placement_change_reason text
);

create table ssd_cla_health (
  clah_health_check_id text primary key,
  clah_person_id text,
  clah_health_check_type text,
  clah_health_check_date date,
  clah_health_check_status text
);

create table ssd_legal_status (
  lega_legal_status_id text primary key,
  lega_person_id text,
  lega_legal_status text,
  lega_legal_status_start_date date,
  lega_legal_status_end_date date
);

create table gt_placement_carers (
  placement_id text primary key,
  carer_id text
);

-- England and Wales (R1).
create table bank_holiday (on_day date primary key);

-- Every day: whether it is worked, and how many working days there have been up to and with it.
create table working_day (
  on_day date primary key,
  is_worked boolean not null,
  nth integer not null
);

-- `kind` is month, rolling-year or snapshot. The window's last day is its as-at day too.
create table asked_window (
  kind text not null,
  from_day date not null,
  to_day date not null,
  primary key (kind, to_day)
);
