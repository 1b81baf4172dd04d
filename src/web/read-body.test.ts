/** What a form sends is read with limits that hold while reading. */
import { expect, test } from 'vitest'
import { NotTaken } from './refusal.ts'
import { MOST_UPLOADED, readBody } from './read-body.ts'

const posted = (body: BodyInit, type?: string) =>
  new Request('http://127.0.0.1/', {
    method: 'POST',
    body,
    duplex: 'half',
    ...(type && { headers: { 'Content-Type': type } }),
  } as RequestInit)

const statusOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'taken',
    (error: NotTaken) => error.status,
  )

/** A body of so many bytes that says nothing of its length, and tells how much of it was read. */
function endless(bytes: number, head = '') {
  const read = { bytes: 0 }
  const piece = new Uint8Array(64 * 1024).fill(97)
  const stream = new ReadableStream({
    pull(controller) {
      if (read.bytes === 0) controller.enqueue(new TextEncoder().encode(head))
      if (read.bytes >= bytes) return controller.close()
      read.bytes += piece.length
      controller.enqueue(piece)
    },
  })
  return { stream, read }
}

test('what was typed comes under its name, several values in order', async () => {
  const body = await readBody(posted(new URLSearchParams('lead=1&lead=2&text=a%0D%0Ab+%C3%A9')))
  expect(body['lead']).toEqual({ texts: ['1', '2'], files: [] })
  expect(body['text']!.texts).toEqual(['a\r\nb é'])
})

test('a name that every object has is a name like any other', async () => {
  const body = await readBody(posted(new URLSearchParams('__proto__=x&constructor=y')))
  expect(body['constructor']!.texts).toEqual(['y'])
  expect(Object.getPrototypeOf(body)).toBeNull()
})

test('a file comes whole, without the folder it lay in', async () => {
  const form = new FormData()
  form.append('plan', new File([new Uint8Array([80, 75, 0, 255])], 'C:\\Users\\me\\Plan – März.docx'))
  form.append('note', 'as agreed')
  const body = await readBody(posted(form))
  expect(body['plan']!.files).toEqual([
    { name: 'Plan – März.docx', type: expect.any(String), bytes: new Uint8Array([80, 75, 0, 255]) },
  ])
  expect(body['note']!.texts).toEqual(['as agreed'])
})

test('a file of the largest size is taken, one of a megabyte more is not', async () => {
  const sized = (bytes: number) => {
    const form = new FormData()
    form.append('plan', new File([new Uint8Array(bytes)], 'plan.docx'))
    return posted(form)
  }
  expect(await statusOf(readBody(sized(MOST_UPLOADED)))).toBe('taken')
  expect(await statusOf(readBody(sized(MOST_UPLOADED + 1024 * 1024)))).toBe(413)
})

test('a body that does not end is given up, whatever length it declares', async () => {
  const { stream, read } = endless(500 * 1024 * 1024, '--x\r\n')
  expect(await statusOf(readBody(posted(stream, 'multipart/form-data; boundary=x')))).toBe(413)
  expect(read.bytes).toBeLessThan(62 * 1024 * 1024)
})

test('a body that declares 2 GB is refused before any of it is read', async () => {
  const { stream, read } = endless(2_000_000_000)
  const type = 'multipart/form-data; boundary=x'
  const request = new Request('http://127.0.0.1/', { method: 'POST', body: stream, duplex: 'half', headers: { 'content-type': type, 'content-length': '2000000000' } } as RequestInit) // prettier-ignore
  const reading = readBody(request, { mostBytes: 200 * 1024 * 1024 })
  await expect(reading).rejects.toThrow('The files together must be smaller than 200 MB. Nothing was changed.')
  expect(read.bytes).toBeLessThan(1024 * 1024)
})

test('files of an extract are counted together, up to what the service takes', async () => {
  const sized = (...bytes: number[]) => {
    const form = new FormData()
    for (const [at, size] of bytes.entries()) form.append('files', new File([new Uint8Array(size)], `${at}.csv`))
    return readBody(posted(form), { mostBytes: 30 * 1024 * 1024 })
  }
  const taken = await sized(15 * 1024 * 1024, 15 * 1024 * 1024)
  expect(taken['files']!.files.map(({ name, bytes }) => [name, bytes.length])).toEqual([['0.csv', 15 * 1024 * 1024], ['1.csv', 15 * 1024 * 1024]]) // prettier-ignore
  expect(await statusOf(sized(16 * 1024 * 1024, 16 * 1024 * 1024))).toBe(413)
})

/** The same form cut into pieces of so many bytes: marks and headings come apart everywhere. */
test.each([1, 2, 7, 64])('a form that comes in pieces of %s bytes reads as it does whole', async size => {
  const form = new FormData()
  form.append('note', 'two\r\nlines and --x\r\n-')
  form.append('empty', '')
  form.append('files', new File(['\r\n--\r\n'], 'a "b".csv'))
  const whole = new Request('http://127.0.0.1/', { method: 'POST', body: form })
  const type = whole.headers.get('content-type')!
  const bytes = new Uint8Array(await whole.arrayBuffer())
  let at = 0
  const stream = new ReadableStream({
    pull: controller => (at >= bytes.length ? controller.close() : controller.enqueue(bytes.slice(at, (at += size)))),
  })
  const body = await readBody(posted(stream, type))
  expect(body['note']!.texts).toEqual(['two\r\nlines and --x\r\n-'])
  expect(body['empty']!.texts).toEqual([''])
  expect(body['files']!.files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([['a "b".csv', '\r\n--\r\n']]) // prettier-ignore
})

test('a file that nobody chose has no name and holds nothing', async () => {
  const part = '--x\r\nContent-Disposition: form-data; name="plan"; filename=""\r\n\r\n\r\n--x--\r\n'
  const body = await readBody(posted(part, 'multipart/form-data; boundary=x'))
  expect(body['plan']).toEqual({ texts: [], files: [expect.objectContaining({ name: '', bytes: new Uint8Array() })] })
})

test('a form that ends in the middle is no form', async () => {
  const part = '--x\r\nContent-Disposition: form-data; name="f"\r\n\r\nhalf'
  for (const end of ['', '\r\n', '\r\n--x', '\r\n--x\r\n'])
    expect(await statusOf(readBody(posted(`${part}${end}`, 'multipart/form-data; boundary=x')))).toBe(400)
})

test('typed text has a smaller limit than files', async () => {
  const { stream } = endless(3 * 1024 * 1024, 'text=')
  expect(await statusOf(readBody(posted(stream, 'application/x-www-form-urlencoded')))).toBe(413)
})

test('thousands of fields are refused in both ways of sending', async () => {
  const many = Array.from({ length: 5_001 }, (_, at) => `f${at}=1`)
  expect(await statusOf(readBody(posted(new URLSearchParams(many.slice(1).join('&')))))).toBe('taken')
  expect(await statusOf(readBody(posted(new URLSearchParams(many.join('&')))))).toBe(413)
  const parts = many.map(() => '--x\r\nContent-Disposition: form-data; name="f"\r\n\r\n1\r\n').join('') + '--x--'
  expect(await statusOf(readBody(posted(parts, 'multipart/form-data; boundary=x')))).toBe(413)
})

test.each([
  ['application/json', '{}', 415],
  ['text/plain', 'a=b', 415],
  ['multipart/form-data', '--x', 400],
  ['multipart/form-data; boundary=x', 'no parts', 400],
])('%s is answered with %s', async (type, body, status) => {
  expect(await statusOf(readBody(posted(body, type)))).toBe(status)
})
