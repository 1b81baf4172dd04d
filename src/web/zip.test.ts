/** Zips as another reader opens them. */
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { zipOf } from './zip.ts'

test('what goes in comes out, whole and by name, however it is given', async () => {
  async function* files() {
    yield { name: 'README.txt', content: 'Å child’s copy\r\n' }
    yield { name: 'tables/empty.csv', content: '' }
    yield { name: 'long.bin', content: new Uint8Array(300_000).fill(7) }
  }
  const zip = await JSZip.loadAsync(await zipOf(files()), { checkCRC32: true })
  expect(Object.keys(zip.files).filter(name => !name.endsWith('/'))).toEqual([
    'README.txt',
    'tables/empty.csv',
    'long.bin',
  ])
  expect(await zip.file('README.txt')!.async('string')).toBe('Å child’s copy\r\n')
  expect(await zip.file('tables/empty.csv')!.async('string')).toBe('')
  expect((await zip.file('long.bin')!.async('uint8array')).every(byte => byte === 7)).toBe(true)
})

test('the same files make the same zip', async () => {
  const files = [{ name: 'a.txt', content: 'a' }]
  expect(Buffer.from(await zipOf(files))).toEqual(Buffer.from(await zipOf(files)))
})
