/** `ssd_voice_of_child`: a placeholder in most extracts. */
import { id, ofPerson, yesNo } from './column.ts'
import { table } from './table.ts'

export const voices = table('ssd_voice_of_child', 'voices', {
  rows: 'answers of children',
  fields: {
    id: id('voch_table_id'),
    personId: ofPerson('voch_person_id'),
    worriesExplained: yesNo('voch_explained_worries'),
    storyHelped: yesNo('voch_story_help_understand'),
    agreesWithWorker: yesNo('voch_agree_worker'),
    planIsClear: yesNo('voch_plan_safe'),
    tabletHelped: yesNo('voch_tablet_help_explain'),
  },
})
