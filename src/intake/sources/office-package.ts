/**
 * What Word and Excel files have in common: parts in an archive, tied together by relationships, with a title of their own.
 * A relationship that points outside the file is never followed. Format: ECMA-376 part 2 (Open Packaging Conventions).
 */
import type { Archive } from './archive.ts'
import { readXml } from './xml.ts'

export type Relationship = { id: string; type: string; target: string; external: boolean }

/** The relationships of a part (or of the whole package: ''), targets as full part names. */
export async function readRelationships(archive: Archive, part: string): Promise<Relationship[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  const found: Relationship[] = []
  if (!archive.has(name)) return found
  await readXml(archive.open(name), {
    Relationship: {
      open({ Id = '', Type = '', Target = '', TargetMode }) {
        const external = TargetMode === 'External'
        const target = external ? Target : partName(folder, Target)
        found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target, external })
      },
    },
  })
  return found
}

function partName(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** The target of a part's relationship of one type, where the file holds it. */
export const partOfType = (archive: Archive, relationships: Relationship[], type: string): string | null =>
  relationships.find(one => one.type === type && !one.external && archive.has(one.target))?.target ?? null

export type OfficePackage = {
  mainPart: string
  /** The main part's content type, which says whether this is Word or Excel and whether it may hold macros. */
  contentType: string
  title: string | null
}

/** What the archive is a package of, or null where it is no Office file. */
export async function readPackage(archive: Archive): Promise<OfficePackage | null> {
  const relationships = await readRelationships(archive, '')
  const mainPart = partOfType(archive, relationships, 'officeDocument')
  if (!mainPart) return null
  const core = partOfType(archive, relationships, 'core-properties')
  return {
    mainPart,
    contentType: await readContentType(archive, mainPart),
    title: core && (await readTitle(archive, core)),
  }
}

async function readContentType(archive: Archive, part: string): Promise<string> {
  let found = ''
  if (!archive.has('[Content_Types].xml')) return found
  await readXml(archive.open('[Content_Types].xml'), {
    Default: {
      open({ Extension, ContentType = '' }) {
        if (found === '' && part.toLowerCase().endsWith(`.${Extension?.toLowerCase()}`)) found = ContentType
      },
    },
    Override: {
      open({ PartName, ContentType = '' }) {
        if (PartName?.toLowerCase() === `/${part}`.toLowerCase()) found = ContentType
      },
    },
  })
  return found
}

async function readTitle(archive: Archive, part: string): Promise<string | null> {
  let inTitle = false
  let title = ''
  await readXml(
    archive.open(part),
    { title: { open: () => void (inTitle = true), close: () => void (inTitle = false) } },
    words => {
      if (inTitle) title += words
    },
  )
  return title.trim() || null
}
