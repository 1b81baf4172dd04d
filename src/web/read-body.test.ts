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
