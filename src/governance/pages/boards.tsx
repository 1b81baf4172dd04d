/** The bodies that run the programme: when each met and meets next, and whether that is as often as it must. */
import { countInWords } from '../../terms/count-words.ts'
import { longDay, shortDay, weekday } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { Button, Empty, Gap, Heading } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Select } from '../../web/fields.tsx'
import { idOf, onDay, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { meetingsAround, meetingsTooFarApart } from '../body.ts'
import { addBody, addMeeting, listBodies, listMeetings } from '../store.ts'

export const boardsPage = page({
  path: '/boards',
  may: 'read-plan',
  section: 'Boards',
  async load({ db }) {
    const [bodies, meetings] = await Promise.all([listBodies(db), listMeetings(db)])
    return { bodies, meetings }
  },
  title: () => 'Boards',
  view: ({ bodies, meetings }, _form, { person, today }) => (
    <>
      <Heading
        actions={
          may(person, 'edit-plan') && (
            <>
              {bodies.length > 0 && (
                <Button small href="/boards/meetings">
                  Add a meeting
                </Button>
              )}
              <Button small kind="secondary" href="/boards/add">
                Add a board
              </Button>
            </>
          )
        }
      >
        Boards
      </Heading>
      {bodies.length === 0 && (
        <Empty title="No board has been entered yet">
          The improvement board comes first: packs are made for it and measured from its meetings.
        </Empty>
      )}
      {bodies.map(body => {
        const own = meetings.filter(meeting => meeting.bodyId === body.bodyId)
        const { last, next } = meetingsAround(body.bodyId, own, today)
        const late = meetingsTooFarApart(body, own)
        return (
          <section class="gt-card gt-card--apart">
            <h2 class="govuk-heading-m">{body.name}</h2>
            {body.role && <p class="govuk-body gt-measure">{body.role}</p>}
            <p class="govuk-body">
              {body.meetsEveryWeeks
                ? `Must meet at least every ${body.meetsEveryWeeks === 1 ? 'week' : `${countInWords(body.meetsEveryWeeks)} weeks`}. `
                : ''}
              {last ? `Last met ${longDay(last.meetsOn)}. ` : 'Has not met yet. '}
              {next
                ? `Meets next on ${weekday(next.meetsOn)} ${longDay(next.meetsOn)}${next.place ? `, ${next.place}` : ''}.`
                : ''}
            </p>
            {!next && <Gap title="No next meeting is set" />}
            {late.length > 0 && (
              <Gap
                title={
                  late.length === 1
                    ? 'One meeting came later than it must'
                    : `${late.length} meetings came later than they must`
                }
              >
                {late
                  .map(
                    one =>
                      `${shortDay(one.meeting.meetsOn)}, ${one.daysOver} ${one.daysOver === 1 ? 'day' : 'days'} over`,
                  )
                  .join('; ')}
              </Gap>
            )}
            {own.length > 0 && (
              <details class="gt-opens">
                <summary>All meetings ({own.length})</summary>
                <Table
                  caption={`Meetings of the ${body.name}`}
                  captionHidden
                  rows={[...own].reverse()}
                  columns={[
                    {
                      heading: 'Day',
                      names: true,
                      cell: meeting => `${weekday(meeting.meetsOn)} ${longDay(meeting.meetsOn)}`,
                    },
                    { heading: 'Place', cell: meeting => meeting.place },
                  ]}
                  empty="No meeting yet"
                />
              </details>
            )}
          </section>
        )
      })}
    </>
  ),
})

export const addMeetingPage = page({
  path: '/boards/meetings',
  may: 'edit-plan',
  section: 'Boards',
  load: ({ db }) => listBodies(db),
  title: () => 'Add a meeting',
  breadcrumbs: () => [{ text: 'Boards', href: '/boards' }],
  form: {
    bodyId: idOf('Select the board'),
    meetsOn: onDay({ missing: 'Enter the day it meets' }),
    place: text({ max: 200 }),
  },
  view: (bodies, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Add a meeting</Heading>
      <Select
        name="bodyId"
        label="Which board?"
        options={bodies.map(body => ({ value: body.bodyId, text: body.name }))}
        form={form}
      />
      <DayInput name="meetsOn" label="On which day?" form={form} />
      <Input name="place" label="Where?" form={form} />
      <Button>Add the meeting</Button>
    </form>
  ),
  async save({ db, person }, bodies, given) {
    if (!bodies.some(body => body.bodyId === given.bodyId))
      throw new Refused([{ field: 'bodyId', text: 'Select the board' }])
    if (!(await addMeeting(db, person, { ...given, meetsOn: given.meetsOn! })))
      throw new Refused([{ field: 'meetsOn', text: 'It meets on that day already' }])
    return '/boards'
  },
})

export const addBodyPage = page({
  path: '/boards/add',
  may: 'edit-plan',
  section: 'Boards',
  load: ({ db }) => listBodies(db),
  title: () => 'Add a board',
  breadcrumbs: () => [{ text: 'Boards', href: '/boards' }],
  form: { name: text({ max: 120, missing: 'Enter its name' }), role: text({ max: 500 }), weeks: text({ max: 3 }) },
  view: (_bodies, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Add a board</Heading>
      <Input name="name" label="Name" form={form} />
      <Input name="role" label="What is it for?" form={form} />
      <Input
        name="weeks"
        label="It must meet at least every"
        suffix="weeks"
        hint="Leave empty where nothing says how often"
        width={3}
        inputmode="numeric"
        form={form}
      />
      <Button>Add the board</Button>
    </form>
  ),
  async save({ db, person }, bodies, given) {
    const weeks = given.weeks === '' ? null : Number(given.weeks)
    if (weeks !== null && !(Number.isInteger(weeks) && weeks > 0 && weeks <= 104))
      throw new Refused([{ field: 'weeks', text: 'Enter a whole number of weeks from 1 to 104' }])
    if (bodies.some(body => body.name.toLowerCase() === given.name.toLowerCase()))
      throw new Refused([{ field: 'name', text: 'There is a board of that name already' }])
    await addBody(db, person, {
      name: given.name,
      role: given.role,
      meetsEveryWeeks: weeks,
      isImprovementBoard: bodies.length === 0,
    })
    return '/boards'
  },
})
