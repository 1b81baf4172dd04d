/**
 * Which published statistic stands beside which measure: the DfE's "Characteristics of children in need" by the table and columns it is
 * read from. A statistic that counts something else than the measure is left out, or says how it differs.
 */

/** A published percentage or rate; `days` is a median, which has neither numerator nor denominator. */
export type SeriesKind = 'share' | 'rate' | 'days'

export type PublishedSeries = {
  /** The measure, with its variant: `cpp-long-duration/2y-ceased`. */
  measure: string
  kind: SeriesKind
  /** `C1`, as the DfE numbers its tables. */
  table: string
  file: string
  /** What the statistic says, in words. */
  words: string
  /** How it is not the measure, where it is not. */
  differs?: string
  /** The columns that are added up to what is counted. */
  counted: readonly string[]
  /** The columns of everything else: where one of `counted` is suppressed, the whole less these is the same. */
  rest?: readonly string[]
  /** The column of the whole, for a share. */
  of?: string
  /** The column of the figure as it was published; without one it is worked out from the counts. */
  published?: string
}

const b1 = 'b1_children_in_need_2013_to_2024.csv'
const c1 = 'c1_children_in_need_referrals_and_rereferrals_2013_to_2024.csv'
const c2 = 'c2_children_in_need_assessments_duration_2014_to_2024.csv'
const c4 = 'c4_children_in_need_section_47s_and_icpcs_2013_to_2024.csv'
const d1 = 'd1_child_protection_plans_2013_to_2024.csv'
const d3 = 'd3_cpps_subsequent_plan_2013_to_2024.csv'
const d5 = 'd5_cpps_at31march_by_duration_2013_to_2024.csv'
const d6 = 'd6_cpps_reviewed_within_timescales_2013_to_2024.csv'
const d7 = 'd7_cpps_ending_by_duration_2013_to_2024.csv'

/** A rate for each 10,000 children aged 0 to 17, with the population of the middle of the year before. */
const rate = (measure: string, table: string, file: string, column: string, words: string): PublishedSeries => ({
  measure,
  kind: 'rate',
  table,
  file,
  words: `${words}, for each 10,000 children`,
  counted: [column],
  published: `${column}_rate`,
})

/** A share of the assessments completed in the year. */
const lasting = (variant: string, column: string, words: string): PublishedSeries => ({
  measure: `assessment-duration-mean/${variant}`,
  kind: 'share',
  table: 'C2',
  file: c2,
  words: `Assessments completed in the year ${words}`,
  counted: [column],
  of: 'Assessments_completed',
})

export const SERIES: readonly PublishedSeries[] = [
  rate('activity-rate-10k', 'C1', c1, 'Referrals', 'Referrals in the year'),
  rate('activity-rate-10k/assessments-rate', 'C2', c2, 'Assessments_completed', 'Assessments completed in the year'),
  rate('activity-rate-10k/s47-rate', 'C4', c4, 'Section47', 'Section 47 enquiries started in the year'),
  rate('activity-rate-10k/icpc-rate', 'C4', c4, 'ICPC', 'Initial child protection conferences in the year'),
  rate('activity-rate-10k/cpp-starts-rate', 'D1', d1, 'CPP_start', 'Child protection plans started in the year'),
  rate('population-rate-10k', 'B1', b1, 'At31_episodes', 'Children in need at 31 March'),
  rate('population-rate-10k/cpp-rate', 'D1', d1, 'CPP_At31', 'Child protection plans at 31 March'),
  {
    measure: 're-referrals-12m',
    kind: 'share',
    table: 'C1',
    file: c1,
    words: 'Referrals in the year within 12 months of an earlier referral',
    counted: ['Re_referrals'],
    of: 'Referrals',
    published: 'Re_referrals_percent',
  },
  {
    measure: 'referrals-nfa',
    kind: 'share',
    table: 'C1',
    file: c1,
    words: 'Referrals in the year that ended in no further action',
    counted: ['No_Further_Action'],
    of: 'Referrals',
    published: 'No_Further_Action_percent',
  },
  {
    measure: 'assessments-45wd',
    kind: 'share',
    table: 'C2',
    file: c2,
    words: 'Assessments completed in the year within 45 working days',
    counted: ['Same_day', '1-10_days', '11-20_days', '21-30_days', '31-40_days', '41-45_days'],
    rest: ['46-50_days', '51-60_days', '61+_days'],
    of: 'Assessments_completed',
  },
  {
    measure: 'assessment-duration-mean',
    kind: 'days',
    table: 'C2',
    file: c2,
    words: 'Middle length (median) of an assessment completed in the year, in working days',
    differs: 'The statistic is the median; the measure is the mean, with its own median beside it.',
    counted: [],
    published: 'Median_days',
  },
  lasting('same-day', 'Same_day', 'on the day of the referral'),
  lasting('1-10', '1-10_days', 'in 1 to 10 working days'),
  lasting('11-20', '11-20_days', 'in 11 to 20 working days'),
  lasting('21-30', '21-30_days', 'in 21 to 30 working days'),
  lasting('31-40', '31-40_days', 'in 31 to 40 working days'),
  lasting('41-45', '41-45_days', 'in 41 to 45 working days'),
  lasting('46-50', '46-50_days', 'in 46 to 50 working days'),
  lasting('51-60', '51-60_days', 'in 51 to 60 working days'),
  lasting('61-plus', '61+_days', 'in 61 working days or more'),
  {
    measure: 'icpc-15wd',
    kind: 'share',
    table: 'C4',
    file: c4,
    words: 'Initial child protection conferences in the year within 15 working days of the section 47 enquiry',
    differs: 'The statistic counts conferences of children who moved in as well; the measure shows them apart.',
    counted: ['Duration_0-10_days', 'Duration_11-15_days'],
    rest: ['Duration_16-20_days', 'Duration_21+_days'],
    of: 'ICPC',
  },
  {
    measure: 'cpp-second-or-subsequent',
    kind: 'share',
    table: 'D3',
    file: d3,
    words: 'Child protection plans started in the year that were a second or later one, however long ago',
    counted: ['CPP_subsequent'],
    of: 'CPP_start',
    published: 'CPP_subsequent_percent',
  },
  {
    measure: 'cpp-long-duration',
    kind: 'share',
    table: 'D5',
    file: d5,
    words: 'Child protection plans at 31 March that had lasted two years or more',
    counted: ['2_years_or_more'],
    of: 'CPP_At31',
    published: '2_years_or_more_percent',
  },
  {
    measure: 'cpp-long-duration/2y-ceased',
    kind: 'share',
    table: 'D7',
    file: d7,
    words: 'Child protection plans that ended in the year and had lasted two years or more',
    counted: ['2_years_or_more'],
    of: 'CPP_End',
    published: '2_years_or_more_percent',
  },
  {
    measure: 'cpp-ended-within-6m',
    kind: 'share',
    table: 'D7',
    file: d7,
    words: 'Child protection plans that ended in the year and had lasted six months or less',
    differs: 'The statistic counts every plan that ended; the measure leaves out a move, a death and an 18th birthday.',
    counted: ['3_months_or_less', 'more_than_3_months_6_months'],
    rest: ['more_than_6_months_less_than_1_year', '1_year_less_than_2_years', '2_years_or_more'],
    of: 'CPP_End',
  },
  {
    measure: 'cpp-ended-within-6m/3m',
    kind: 'share',
    table: 'D7',
    file: d7,
    words: 'Child protection plans that ended in the year and had lasted three months or less',
    differs: 'The statistic counts every plan that ended; the measure leaves out a move, a death and an 18th birthday.',
    counted: ['3_months_or_less'],
    of: 'CPP_End',
    published: '3_months_or_less_percent',
  },
  {
    measure: 'cpp-reviewed-in-timescale',
    kind: 'share',
    table: 'D6',
    file: d6,
    words: 'Child protection plans of three months or more at 31 March with every review of the year in time',
    counted: ['Reviewed_within_timescales'],
    of: 'CPP_At31_3Months',
    published: 'Reviewed_within_timescales_percent',
  },
]

/** The statistic that stands beside a measure, or null where none that is published does. */
export const findSeries = (measure: string): PublishedSeries | null =>
  SERIES.find(series => series.measure === measure) ?? null
