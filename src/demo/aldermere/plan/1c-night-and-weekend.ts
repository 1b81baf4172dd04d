/** Objective 1C: domestic abuse, nights and weekends. */
import type { Calendar } from '../../calendar.ts'
import type { ObjectiveDescription } from '../../description.ts'
import { ahead, atLeast, measure, measureTo, missed, rated, said, shown, slipped } from '../../happenings.ts'

export const nightAndWeekend = (on: Calendar): ObjectiveDescription => ({
  ref: '1C',
  section: '1.3 Domestic abuse, nights and weekends',
  text: 'Police notifications of domestic abuse are screened with the child in mind, and out of hours a child in danger gets the same response as by day',
  cites: 'Ofsted AI 2 / Ofsted AI 3',
  actions: [
    {
      ref: '1.7',
      since: 'first',
      leads: ['police', 'protection'],
      leadText: 'Detective Superintendent, Public Protection',
      text: 'Screen police notifications of domestic abuse together each morning (police, social work, health, independent advocate), and set out what each child in the home has lived through',
      desiredOutcome: 'Children who live with abuse are seen as victims and helped',
      timescale: on.from(-20, 'From {month}', on.month(0, 1)),
      measure: measureTo(on, 'Notifications screened within 24 hours: {}', atLeast('%', [70, -16], [90, -8], [95, -2])),
      monitoredBy: 'Aldermere Safeguarding Children Partnership',
      cites: 'Ofsted AI 2 / Ofsted PA 19',
      milestones: [],
      life: [
        rated(-17, 'on-task', 'none', 'Daily meeting set up; the health seat is empty on most days.'),
        said(-15, 'Advocate from the refuge joined. 312 notifications screened since the start.'),
        rated(-13, 'on-task', 'starting', '78% inside 24 hours. Sunday reports still wait for Tuesday.'),
        said(
          -10,
          'New superintendent has taken the chair. Officers now attach the voice of the child to the notification.',
        ),
        shown(
          -7,
          'audit',
          'progress',
          'Joint audit of 25 notifications',
          'Children named in all 25; their experience described in 16.',
          33,
        ),
        rated(-6, 'on-task', 'starting', '91% in 24 hours. Quality follows behind.'),
        said(-3, 'Body-worn video clips are being used in training with permission of the families.'),
        rated(-1, 'on-task', 'starting', '93%. Repeat notifications for the same household are level.'),
        said(0, 'A month of Sundays tried with a duty screener: 41 notifications, all read by Monday at ten.'),
      ],
    },
    {
      ref: '1.8',
      since: 'refresh',
      leads: ['protection'],
      leadText: 'Head of Help and Protection',
      text: "Create a children's out-of-hours team separate from adults, with three social workers on each evening and a handover call at eight",
      desiredOutcome: 'A child in danger at midnight gets the same response as at midday',
      timescale: on.by(-3),
      measure: measure('Out-of-hours visits made when they were needed'),
      monitoredBy: 'Executive Group',
      cites: 'Ofsted AI 3 / Peer Review 3',
      milestones: [
        missed('Rota agreed with staff and unions', -3, 'Terms for weekend working still in dispute'),
        ahead('Separate telephone line live', on.month(2, 1)),
      ],
      life: [
        rated(
          -9,
          'not-started',
          'none',
          'Follows the review of out-of-hours work. Budget for six posts agreed by cabinet.',
        ),
        said(-7, 'Advert brought four applicants. Two appointed.'),
        rated(-6, 'on-task', 'none', 'Two in post; the rota needs six.'),
        slipped(-4, on.by(-2), 'Talks with unions about weekend terms have not ended.'),
        rated(
          -3,
          'delayed',
          'none',
          'Rota not agreed. Adults and children still share one duty worker after ten at night.',
        ),
        shown(
          -2,
          'audit',
          'no-change',
          'Eighteen night-time responses',
          'Five needed a visit and did not have one before morning.',
          16,
        ),
        rated(
          -1,
          'delayed',
          'none',
          'Offer made to unions; ballot due. The handover call works well and is all that has changed.',
        ),
        said(
          0,
          'Ballot closed with 71% in favour. Four posts go to advert this week; a new date will be brought to the board.',
        ),
      ],
    },
  ],
  earlier: [
    {
      ref: '1.8',
      leads: ['protection'],
      leadText: 'Head of Help and Protection',
      text: 'Commission a review of out-of-hours arrangements for children and adults',
      desiredOutcome: 'We understand what happens at night',
      timescale: on.by(-15),
      measure: measure('Review received'),
      monitoredBy: 'Executive Group',
      cites: 'Ofsted AI 3',
      milestones: [],
      life: [
        rated(-17, 'not-started', 'none', 'Terms of reference written.'),
        said(-14, 'Reviewer spent six nights with the team and read 90 logs.'),
        rated(-12, 'completed', 'none', 'Report received. It recommends a separate team for children.'),
      ],
      became: { kind: 'replaced', into: ['1.8'], note: 'The review is done; the refreshed plan acts on it.' },
    },
  ],
})
