/** Whose address counts behind proxies: never one that a stranger could have written. */
import { expect, test } from 'vitest'
import { proxiesIn } from '../config.ts'
import { senderOf } from './sender.ts'

test.each([
  ['no proxy is trusted unless said', '10.0.0.1', '203.0.113.7', 0, '10.0.0.1'],
  ['one proxy', '10.0.0.1', '203.0.113.7', 1, '203.0.113.7'],
  ['one proxy, and a header that the sender wrote', '10.0.0.1', '198.51.100.1, 203.0.113.7', 1, '203.0.113.7'],
  ['two proxies', '10.0.0.2', '198.51.100.1, 203.0.113.7, 10.0.0.1', 2, '203.0.113.7'],
  ['fewer hops than proxies', '10.0.0.1', '203.0.113.7', 3, '203.0.113.7'],
  ['no header', '10.0.0.1', '', 1, '10.0.0.1'],
  ['a port, as some proxies write it', '10.0.0.1', '203.0.113.7:51234', 1, '203.0.113.7'],
  ['IPv6 with a port', '10.0.0.1', '[2001:db8::7]:443', 1, '2001:db8::7'],
  ['IPv4 handed over as IPv6', '::ffff:10.0.0.1', '::ffff:203.0.113.7', 1, '203.0.113.7'],
  ['what is no address', '10.0.0.1', 'ben@council', 1, '10.0.0.1'],
  ['what is no address, between', '10.0.0.2', '203.0.113.7, unknown', 2, '10.0.0.2'],
  ['proxies by name', '10.0.0.2', '198.51.100.1, 203.0.113.7, 10.0.0.1', ['10.0.0.0/8'], '203.0.113.7'],
  ['a sender who is no proxy', '203.0.113.9', '198.51.100.1', ['10.0.0.0/8'], '203.0.113.9'],
  ['only proxies', '10.0.0.2', '10.0.0.1', ['10.0.0.1', '10.0.0.2'], '10.0.0.1'],
  ['IPv6 proxies', 'fd00::1', '2001:db8::7', ['fd00::/8'], '2001:db8::7'],
] as [string, string, string, number | string[], string][])('%s', (_, connected, forwarded, trusted, sender) => {
  expect(senderOf(connected, forwarded, trusted)).toBe(sender)
})

test.each(['10.0.0.0/33', '10.0.0', 'proxy.example', '10.0.0.0/x', '10.0.0.0/'])('%s is no proxy', one => {
  expect(() => proxiesIn([one])).toThrow()
})
