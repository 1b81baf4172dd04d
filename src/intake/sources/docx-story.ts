/** The text of a Word part, in reading order. */
import type { Block } from '../document.ts'
import { paragraphElements } from './docx-elements.ts'
import { addText, place, type Reading, type State } from './docx-state.ts'
import { tableElements } from './docx-table-elements.ts'
import { readXml } from './xml.ts'

export async function readStory(part: AsyncIterable<Uint8Array>, reading: Reading): Promise<Block[]> {
  const state: State = {
    ...reading,
    place: place(),
    outer: [],
    run: null,
    of: null,
    fields: [],
    prompts: [],
    inText: false,
  }
  await readXml(part, { ...paragraphElements(state), ...tableElements(state) }, text => {
    if (state.inText) addText(state, text)
  })
  return state.place.blocks
}
