"""Eight measures over many months in pandas, as an analyst of a council would write them: whole columns at a time, one pass a month.

python3 measures_pandas.py FOLDER, where FOLDER holds the extract's CSVs, holidays.txt and windows.json. Prints JSON: what reading the files took,
what counting took (milliseconds, the best of the rounds asked for), and for each measure and month how many cases are in each state.
"""
import json
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

FOLDER = Path(sys.argv[1])
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3
NEVER = pd.Timestamp("2200-01-01")


def read(table):
    rows = pd.read_csv(FOLDER / f"{table}.csv", dtype=str, keep_default_na=False, na_values=[""])
    for column in rows.columns:
        if column.endswith(("_date", "_dob")):
            rows[column] = pd.to_datetime(rows[column])
    return rows


TABLES = ["ssd_person", "ssd_cin_episodes", "ssd_cin_assessments", "ssd_s47_enquiry", "ssd_initial_cp_conference", "ssd_cp_plans", "ssd_cp_visits",
          "ssd_cp_reviews", "ssd_cla_episodes", "ssd_cla_visits", "ssd_cla_placement", "ssd_cla_health", "ssd_legal_status", "gt_placement_carers"]
began = time.perf_counter()
T = {table: read(table) for table in TABLES}
HOLIDAYS = np.array((FOLDER / "holidays.txt").read_text().split(), dtype="datetime64[D]")
WINDOWS = json.loads((FOLDER / "windows.json").read_text())
READING = (time.perf_counter() - began) * 1000


def working_days_after(start, days):
    due = pd.Series(pd.NaT, index=start.index, dtype="datetime64[ns]")
    known = start.notna()
    due[known] = np.busday_offset(start[known].values.astype("datetime64[D]"), days, roll="backward", holidays=HOLIDAYS)
    return due


def months(days, count):
    return days + pd.DateOffset(months=count)


def with_eighteenth(rows, person):
    return rows.merge(ADULTS, how="left", left_on=person, right_on="pers_person_id")


def adults():
    people = T["ssd_person"]
    born = people["pers_dob"].fillna(people["pers_expected_dob"])
    leap = (born.dt.month == 2) & (born.dt.day == 29)
    eighteen = months(born, 216) + pd.to_timedelta(leap.astype(int), unit="D")
    return pd.DataFrame({"pers_person_id": people["pers_person_id"], "born": born, "eighteen": eighteen.fillna(NEVER)})


def windows(kind):
    return [(w["to"], pd.Timestamp(w["from"]), pd.Timestamp(w["to"])) for w in WINDOWS if w["kind"] == kind]


def counted(states):
    return states.value_counts().to_dict()


def assessments():
    rows = T["ssd_cin_assessments"].merge(T["ssd_cin_episodes"], how="left", left_on="cina_referral_id", right_on="cine_referral_id")
    rows = rows.sort_values(["cina_assessment_start_date", "cina_assessment_id"])
    first = rows["cine_referral_id"].notna() & ~rows.duplicated("cina_referral_id")
    rows["start"] = rows["cine_referral_date"].where(first, rows["cina_assessment_start_date"])
    rows["due"] = working_days_after(rows["start"], 45)
    rows = with_eighteenth(rows, "cina_person_id")
    done = rows["cina_assessment_auth_date"]
    left = rows["cine_close_date"].where(rows["cine_close_reason"].isin(["RC2", "RC5"])).fillna(NEVER)
    out = rows["start"].isna() | (done < rows["start"]) | (rows["due"] >= rows["eighteen"])
    state = pd.Series(np.select([out, done <= rows["due"]], ["excluded", "met"], "late"), index=rows.index)
    given = {}
    for name, first_day, last_day in windows("month"):
        found = counted(state[(done >= first_day) & (done <= last_day)])
        still = ~(done <= last_day) & (rows["due"] < last_day) & (rows["start"] <= last_day) & (rows["due"] < rows["eighteen"]) & (left > last_day)
        given[name] = {**found, "open-overdue": int(still.sum())}
    return given


def conferences():
    enquiries = with_eighteenth(T["ssd_s47_enquiry"].copy(), "s47e_person_id")
    enquiries["due"] = working_days_after(enquiries["s47e_s47_start_date"], 15)
    held = T["ssd_initial_cp_conference"]
    held = held[held["icpc_icpc_date"].notna() & (held["icpc_icpc_transfer_in"] != "Y")]
    held = held.merge(enquiries, how="left", left_on="icpc_s47_enquiry_id", right_on="s47e_s47_enquiry_id")
    on = held["icpc_icpc_date"]
    out = held["s47e_s47_start_date"].isna() | (on < held["s47e_s47_start_date"]) | (on.dt.dayofweek > 4) | (held["due"] >= held["eighteen"])
    state = pd.Series(np.select([out, on <= held["due"]], ["excluded", "met"], "late"), index=held.index)
    wanted = enquiries[enquiries["s47e_s47_outcome_json"].str.contains('"CP_CONFERENCE_FLAG":"Y"', na=False, regex=False)]
    wanted = wanted.merge(T["ssd_initial_cp_conference"][["icpc_s47_enquiry_id", "icpc_icpc_date"]].dropna(), how="left",
                          left_on="s47e_s47_enquiry_id", right_on="icpc_s47_enquiry_id")
    wanted = wanted.merge(T["ssd_cin_episodes"], how="left", left_on="s47e_referral_id", right_on="cine_referral_id")
    left = wanted["cine_close_date"].where(wanted["cine_close_reason"].isin(["RC2", "RC5"])).fillna(NEVER)
    given = {}
    for name, first_day, last_day in windows("month"):
        found = counted(state[(on >= first_day) & (on <= last_day)])
        still = ((wanted["s47e_s47_end_date"] <= last_day) & (wanted["due"] < last_day) & ~(wanted["icpc_icpc_date"] <= last_day)
                 & (wanted["due"] < wanted["eighteen"]) & (left > last_day))
        given[name] = {**found, "open-overdue": int(still.sum())}
    return given


def re_referrals():
    rows = T["ssd_cin_episodes"].dropna(subset=["cine_referral_date"])
    days = rows[["cine_person_id", "cine_referral_date"]].drop_duplicates().sort_values(["cine_person_id", "cine_referral_date"])
    days["before"] = days.groupby("cine_person_id")["cine_referral_date"].shift()
    rows = rows.merge(days, on=["cine_person_id", "cine_referral_date"])
    on = rows["cine_referral_date"]
    state = pd.Series(np.where(on <= months(rows["before"], 12), "met", "late"), index=rows.index)
    return {name: counted(state[(on >= first_day) & (on <= last_day)]) for name, first_day, last_day in windows("month")}


def plans():
    rows = T["ssd_cp_plans"]
    start, end = rows["cppl_cp_plan_start_date"], rows["cppl_cp_plan_end_date"].fillna(NEVER)
    rows = rows[start.notna() & (rows["cppl_cp_plan_ola"] != "Y") & (end > start)]
    moved = T["ssd_initial_cp_conference"]
    moved = moved[moved["icpc_icpc_transfer_in"] == "Y"]
    is_transfer = rows["cppl_icpc_id"].isin(moved["icpc_icpc_id"]) | rows["cppl_cp_plan_id"].isin(moved["icpc_cp_plan_id"].dropna())
    rows = pd.DataFrame({"plan": rows["cppl_cp_plan_id"], "person": rows["cppl_person_id"], "from": rows["cppl_cp_plan_start_date"],
                         "until": rows["cppl_cp_plan_end_date"].fillna(NEVER), "transfer": is_transfer})
    return with_eighteenth(rows, "person")


def second_plans():
    rows = plans()
    first_end = rows.groupby("person")["until"].transform("min")
    later = ~rows["transfer"] & (first_end <= rows["from"])
    state = pd.Series(np.where(later, "met", "late"), index=rows.index)
    return {name: counted(state[(rows["from"] >= first_day) & (rows["from"] <= last_day)]) for name, first_day, last_day in windows("rolling-year")}


def reviews():
    rows = plans()
    held = T["ssd_cp_reviews"]
    held = held[(held["cppr_cp_review_quorate"] != "N") & held["cppr_cp_review_date"].notna()]
    of_plan = rows.merge(held, left_on="plan", right_on="cppr_cp_plan_id")
    of_child = rows.merge(held[held["cppr_cp_plan_id"].isna()], left_on="person", right_on="cppr_person_id")
    held = pd.concat([of_plan, of_child])
    held = held[(held["cppr_cp_review_date"] > held["from"]) & (held["cppr_cp_review_date"] <= held["until"])]
    chain = pd.concat([rows[["plan", "from"]].rename(columns={"from": "start"}),
                       held[["plan", "cppr_cp_review_date"]].rename(columns={"cppr_cp_review_date": "start"})]).drop_duplicates()
    chain = chain.sort_values(["plan", "start"])
    chain["held"] = chain.groupby("plan")["start"].shift(-1)
    first = ~chain.duplicated("plan")
    chain["due"] = months(chain["start"], 3).where(first, months(chain["start"], 6))
    chain = chain.merge(rows, on="plan")
    due, held_on, until = chain["due"], chain["held"], chain["until"]
    given = {}
    for name, first_day, last_day in windows("month"):
        one = (due >= first_day) & (due <= last_day)
        d, h, u, adult = due[one], held_on[one], until[one], chain.loc[one, "eighteen"]
        state = np.select([d >= adult, (h <= d), h <= last_day, u <= d, u <= last_day, d >= last_day],
                          ["excluded", "met", "late", "excluded", "late", "open-in-time"], "open-overdue")
        given[name] = counted(pd.Series(state))
    return given


def visits():
    rows = plans()
    rows["anchor"] = rows[["from", "born"]].max(axis=1)
    cp, cla = T["ssd_cp_visits"], T["ssd_cla_visits"]
    seen = pd.concat([
        cp[cp["cppv_cp_visit_seen"] == "Y"][["cppv_person_id", "cppv_cp_visit_date"]].set_axis(["person", "seen"], axis=1),
        cla[cla["clav_cla_visit_seen"] == "Y"][["clav_person_id", "clav_cla_visit_date"]].set_axis(["person", "seen"], axis=1),
    ]).dropna().drop_duplicates().sort_values("seen")
    given = {}
    for name, _, last_day in windows("snapshot"):
        on_plan = rows[(rows["from"] <= last_day) & (rows["until"] > last_day) & ~(rows["born"] > last_day)]
        last = seen[seen["seen"] <= last_day].groupby("person")["seen"].last()
        start = pd.concat([on_plan["anchor"], on_plan["person"].map(last)], axis=1).max(axis=1)
        due = working_days_after(start, 10)
        given[name] = counted(pd.Series(np.where(due >= last_day, "open-in-time", "open-overdue")))
    return given


def care():
    """Episodes in order, each with its period of care, and the periods."""
    rows = T["ssd_cla_episodes"].rename(columns={
        "clae_person_id": "person", "clae_cla_episode_start_date": "from", "clae_cla_episode_ceased_date": "until",
        "clae_cla_episode_start_reason": "reason", "clae_cla_episode_ceased_reason": "ceased", "clae_cla_placement_id": "placement"})
    rows = rows[rows["from"].notna() & ~(rows["until"] < rows["from"])]
    rows = rows.assign(until=rows["until"].fillna(NEVER)).sort_values(["person", "from", "until", "clae_cla_episode_id"]).reset_index(drop=True)
    before = rows.groupby("person")["ceased"].shift()
    rows["begins"] = (rows["reason"] == "S") | (before != "X1")
    rows["period"] = rows["begins"].cumsum()
    periods = rows.groupby("period").agg(**{"person": ("person", "first"), "from": ("from", "min"), "until": ("until", "last"), "ceased": ("ceased", "last")})
    periods["until"] = periods["until"].mask(periods["ceased"] == "X1", NEVER)
    legal = T["ssd_legal_status"]
    breaks = legal[legal["lega_legal_status"].isin(["V3", "V4"])]
    breaks = pd.DataFrame({"person": breaks["lega_person_id"], "b_from": breaks["lega_legal_status_start_date"],
                           "b_until": breaks["lega_legal_status_end_date"].fillna(NEVER)})
    return rows, periods.reset_index(), breaks


def stays():
    rows, periods, breaks = care()
    rows["stay"] = ((rows["reason"] != "L") | rows["begins"]).cumsum()
    stay = rows.groupby("stay").agg(**{"person": ("person", "first"), "period": ("period", "first"), "placement": ("placement", "first"),
                                       "from": ("from", "min"), "until": ("until", "last")}).reset_index()
    stay = stay.merge(T["ssd_cla_placement"], how="left", left_on="placement", right_on="clap_cla_placement_id")
    stay = stay.merge(T["gt_placement_carers"], how="left", left_on="placement", right_on="placement_id").sort_values("stay")
    stay = stay[stay["until"] > stay["from"]]
    kind = stay["clap_cla_placement_type"]
    stay = stay[~kind.isin(["T0", "T1", "T2", "T3", "T4"])]
    where = stay[["clap_cla_placement_type", "clap_cla_placement_urn", "clap_cla_placement_provider", "clap_cla_placement_postcode"]].fillna("").agg("|".join, axis=1)
    by = stay.groupby("period")
    carer, carer_before = stay["carer_id"], by["carer_id"].shift()
    same = np.where(carer.notna() & carer_before.notna(), carer == carer_before, where == where.groupby(stay["period"]).shift())
    back = (stay["stay"] - by["stay"].shift() > 1) & same
    stay["lasting"] = (~back).cumsum()
    found = stay.groupby("lasting").agg(**{"person": ("person", "first"), "from": ("from", "min"), "until": ("until", "last"),
                                           "type": ("clap_cla_placement_type", "first")})
    return found[~found["type"].isin(["A3", "A5"])], periods, breaks


def three_placements():
    placed, periods, breaks = stays()
    given = {}
    for name, _, last_day in windows("snapshot"):
        year = last_day - pd.DateOffset(months=12) + pd.Timedelta(days=1)
        looked = periods[(periods["from"] <= last_day) & (periods["until"] > last_day)]
        short = breaks[(breaks["b_from"] <= last_day) & (breaks["b_until"] > last_day)]
        looked = looked[~looked["person"].isin(short["person"])]
        many = placed[(placed["from"] <= last_day) & (placed["until"] >= year)].groupby("person").size()
        state = np.where(looked["person"].map(many).fillna(0) >= 3, "met", "late")
        given[name] = counted(pd.Series(state))
    return given


def health():
    _, periods, breaks = care()
    periods = with_eighteenth(periods, "person")
    periods["due"] = working_days_after(periods["from"], 20)
    on_break = periods.merge(breaks, on="person")
    on_break = on_break[(on_break["b_from"] <= on_break["from"]) & (on_break["b_until"] > on_break["from"])]
    checks = T["ssd_cla_health"]
    checks = checks[checks["clah_health_check_status"] == "Completed"]
    done = periods.merge(checks, left_on="person", right_on="clah_person_id")
    on, kind = done["clah_health_check_date"], done["clah_health_check_type"]
    tells = (kind == "Initial health assessment") | ((kind == "Review health assessment") & (on < done["from"]))
    done = done[tells & (on >= months(done["from"], -3)) & (on <= done["until"])]
    periods["done"] = periods["period"].map(done.groupby("period")["clah_health_check_date"].min())
    out = periods["period"].isin(on_break["period"]) | (periods["due"] >= periods["eighteen"])
    given = {}
    for name, first_day, last_day in windows("month"):
        one = (periods["from"] >= first_day) & (periods["from"] <= last_day)
        p = periods[one]
        d, h, u = p["due"], p["done"], p["until"]
        state = np.select([out[one] | (h < p["from"]), (h <= d) & (h <= last_day), h <= last_day, (u <= d) & (u <= last_day), u <= last_day, d >= last_day],
                          ["excluded", "met", "late", "excluded", "late", "open-in-time"], "open-overdue")
        given[name] = counted(pd.Series(state, dtype=object))
    return given


MEASURES = {
    "assessments-45wd": assessments, "icpc-15wd": conferences, "re-referrals-12m": re_referrals, "cpp-second-or-subsequent": second_plans,
    "cpp-reviewed-in-timescale": reviews, "cp-visits-in-timescale": visits, "placements-3-plus": three_placements, "iha-20wd": health,
}

best, figures = float("inf"), {}
for _ in range(ROUNDS):
    began = time.perf_counter()
    ADULTS = adults()
    figures = {name: count() for name, count in MEASURES.items()}
    best = min(best, (time.perf_counter() - began) * 1000)

print(json.dumps({"pandas": pd.__version__, "readingMs": round(READING), "countingMs": round(best, 1), "figures": figures}))
