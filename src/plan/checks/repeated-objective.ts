/** The same objective under two headings. */
import { quote } from '../asking.ts'
import { planCheck } from '../check.ts'
import { allObjectives, type Objective } from '../plan.ts'

export default planCheck({
  id: 'repeated-objective',
  name: 'Repeated objective',
  severity: 'minor',
  why: 'Work under one heading is easily taken for work under both, while one of them has none.',
  find({ plan }) {
    const alike = new Map<string, Objective[]>()
    for (const objective of allObjectives(plan)) {
      const words = objective.text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
      if (words.split(' ').length > 4) alike.set(words, [...(alike.get(words) ?? []), objective])
    }
    return [...alike.values()]
      .filter(objectives => objectives.length > 1)
      .map(objectives => {
        const refs = objectives.map(objective => objective.ref).join(' and ')
        return {
          where: `objectives ${refs}`,
          actionIds: [],
          question: `Objectives ${refs} are the same words, ${quote(objectives[0]!.text, 90)}: which actions serve which?`,
          because: objectives
            .map(({ ref, section }) => (section === '' ? ref : `${ref} stands under ${quote(section, 60)}`))
            .join('; '),
        }
      })
  },
  examples: [
    {
      that: 'the same words under two sections',
      objectives: [
        { text: 'Protection plans comply with the guidance', section: '1.1 Learning' },
        { text: 'Protection plans comply with the guidance.', section: '1.2 Plans' },
      ],
      actions: [{ objectiveId: 1 }, { objectiveId: 2 }],
      raises: 1,
      asks: /^Objectives 1\.1 and 1\.2 are the same words/,
    },
    {
      that: 'like words',
      objectives: [
        { text: 'Protection plans comply with the guidance' },
        { text: 'Looked after plans comply with the regulations' },
      ],
      actions: [{ objectiveId: 1 }, { objectiveId: 2 }],
      raises: 0,
    },
  ],
})
