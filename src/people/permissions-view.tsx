/** What someone may do here and why: each permission with the posts that give it, and whose children each post reaches. */
import { capital } from '../terms/first-letter.ts'
import type { Child } from 'hono/jsx'
import { type Permission, PERMISSION, permissionsOf } from '../terms/permission.ts'
import { Empty, Tag } from '../web/components.tsx'
import { Table } from '../web/table.tsx'
import { becauseOf, type PostInForce, reachOf } from './reach.ts'

/** `acting` is the post they act in now; it is left out where it is somebody else's page. */
export const PermissionsView = ({ posts, acting }: { posts: PostInForce[]; acting?: number | null }) => (
  <>
    <Table
      caption="Posts, and whose children each reaches"
      rows={posts}
      columns={[
        { heading: 'Post', names: true, cell: post => <Titled post={post} isActing={post.postId === acting} /> },
        { heading: 'Because', cell: post => capital(becauseOf(post)) },
        { heading: 'Reaches', width: 'wide', cell: reachOf },
      ]}
      empty={<Empty title="No post">Someone between posts sees only their own account.</Empty>}
    />
    <Table
      caption="Each thing that may be done here"
      rows={(Object.keys(PERMISSION) as Permission[]).map(permission => ({
        permission,
        by: givenBy(posts, permission),
      }))}
      columns={[
        { heading: 'What', names: true, width: 'wide', cell: ({ permission }) => PERMISSION[permission] },
        {
          heading: acting === undefined ? 'May they?' : 'May you?',
          cell: ({ by }) => (by === null ? <Tag>No</Tag> : <Tag colour="green">Yes</Tag>),
        },
        { heading: 'Because of', cell: ({ by }) => by },
      ]}
    />
  </>
)

const Titled = ({ post, isActing }: { post: PostInForce; isActing: boolean }): Child => (
  <>
    {post.title} {isActing && <Tag colour="blue">Acting in it</Tag>}
  </>
)

/** The titles of the posts that give it; null where none does. */
function givenBy(posts: PostInForce[], permission: Permission): string | null {
  if (permission === 'be-signed-in') return 'Being signed in'
  const titles = posts
    .filter(({ role }) => role !== null && permissionsOf(role).includes(permission))
    .map(one => one.title)
  return titles.length > 0 ? titles.join(', ') : null
}
