/** Teams of the council: who works with children together, and the service they are part of. */

/** `teamRef` is its number in the case management system; null where it has none there. `service` is empty where none is named. */
export type TeamGiven = { name: string; teamRef: string | null; service: string; managerPostId: number | null }

/** `posts` are those in the team, by title; the manager's is among them or stands above. */
export type Team = TeamGiven & {
  teamId: number
  managerPost: string | null
  posts: { postId: number; title: string; holders: string[] }[]
}

/** A change of a team: what stood before and what stands since, by field. */
export type TeamChange = {
  eventId: number
  kind: 'add-team' | 'change-team'
  at: Date
  by: string | null
  before: Partial<TeamGiven>
  after: Partial<TeamGiven>
}
