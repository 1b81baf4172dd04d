/** Who has looked at a child: for the child's page, and for whoever answers for who looks. */
import type { SeenBy } from '../store/look.ts'
import { Table } from '../web/table.tsx'
import { inWords, momentOf } from './record-words.ts'

/** Those of `listLooks`. */
export const WhoHasLooked = ({ looks }: { looks: SeenBy[] }) => (
  <Table
    caption="Who has looked at this child"
    rows={looks}
    columns={[
      { heading: 'When', names: true, width: 'nowrap', cell: look => momentOf(look.at) },
      { heading: 'Who', cell: look => look.name },
      { heading: 'As', cell: look => look.post ?? 'No post' },
      {
        heading: 'At what',
        cell: look => `${inWords(look.what)}${look.among > 1 ? `, among ${look.among} children` : ''}`,
      },
      { heading: 'Why', cell: look => look.why },
    ]}
    empty="Nobody has looked at this child yet"
  />
)
