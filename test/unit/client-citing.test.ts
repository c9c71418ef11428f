import assert from 'node:assert/strict'
import { addressIn } from '../../client/citing/address.ts'
import { locatorFrom, wrongWithLocator } from '../../client/citing/locator.ts'

describe('what somebody pastes to cite by', () => {
  it('is a DOI, bare or in an address', () => {
    for (const text of ['10.5555/jlas.2023', ' doi:10.5555/jlas.2023\n', 'https://doi.org/10.5555/jlas.2023'])
      assert.deepEqual(addressIn(text), { kind: 'doi', text: '10.5555/jlas.2023' }, text)
  })

  it('is the address of a page', () => {
    assert.deepEqual(addressIn(' https://news.example/a?b=1#c '), { kind: 'url', text: 'https://news.example/a?b=1#c' })
    assert.deepEqual(addressIn('www.news.example/a'), { kind: 'url', text: 'https://www.news.example/a' })
  })

  it('is nothing else', () => {
    const others = ['', 'news', '10.5 million', 'javascript:alert(1)', 'file:///etc/passwd', 'https://', 'https:///a']
    const worse = [
      'https://a.example b',
      'see https://a.example',
      'ftp://a.example',
      `https://a.example/${'a'.repeat(3000)}`,
    ]
    for (const text of [...others, ...worse]) assert.equal(addressIn(text), undefined, text.slice(0, 40))
  })
})

describe('a page, paragraph or time', () => {
  it('is a page where it is a number alone', () => {
    assert.equal(locatorFrom(' 3 '), 'p. 3')
    assert.equal(locatorFrom('3-5'), 'pp. 3–5')
    assert.equal(locatorFrom('3 – 5'), 'pp. 3–5')
  })

  it('stays as it is typed otherwise', () => {
    for (const words of ['para. 4', '12:30', 'chap. 2', 'p. 3', '']) assert.equal(locatorFrom(words), words)
  })

  it('holds nothing that ends a citation', () => {
    for (const typed of ['3]', '[3', '3; @other', 'p. {3}', '3\n4']) assert.ok(wrongWithLocator(typed), typed)
    for (const typed of ['', '3', 'pp. 3–5', '12:30', '§ 4(2)']) assert.equal(wrongWithLocator(typed), undefined, typed)
  })
})
