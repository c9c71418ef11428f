import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readMarkup } from '../../server/lookup/markup.ts'

/** What is heard of a text, in short: `<a b=c>`, `</a>`, and text in quotation marks. */
function heard(html: string): string {
  let said = ''
  readMarkup(html, {
    open: (name, attributes) => {
      said += `<${name}${[...attributes].map(([key, value]) => ` ${key}=${value}`).join('')}>`
    },
    close: (name) => {
      said += `</${name}>`
    },
    text: (words) => {
      said += `“${words}”`
    },
  })
  return said
}

describe('HTML', () => {
  it('is taken apart into tags, attributes and text', () => {
    const cases: Readonly<Record<string, string>> = {
      '<A HREF=x class="y z" title=\'>"\'>hello</A >': '<a href=x class=y z title=>">“hello”</a>',
      '<br/><hr /><p\n\tid = a/b checked>': '<br><hr><p id=a/b checked=>',
      '<meta name="a" name="b" =c content=>': '<meta name=a =c= content=>',
      'a<!-- <b> -->c<!doctype html><?xml?></ x>d': '“a”“c”“d”',
      '1 < 2 <3 a<': '“1 ”“<”“ 2 ”“<”“3 a”“<”',
      '<TITLE>a <b>&amp; c</TITLE><b>': '<title>“a <b>& c”</title><b>',
      '<script>if (a < b) "</title>&amp;"</script x>': '<script>“if (a < b) "</title>&amp;"”</script>',
      '<style>a</styles></style >': '<style>“a</styles>”</style>',
    }
    for (const [html, expected] of Object.entries(cases)) assert.equal(heard(html), expected, html)
  })

  it('is read as far as it goes where it is broken', () => {
    const cases: Readonly<Record<string, string>> = {
      '<meta content="a': '',
      '<meta content=a': '',
      '<p': '',
      'a<!-- b': '“a”',
      '<title>a': '<title>“a”',
      '<script>a</scrip': '<script>“a</scrip”',
      '</p': '</p>',
      '</': '',
      '<a <b>c': '<a <b=>“c”',
    }
    for (const [html, expected] of Object.entries(cases)) assert.equal(heard(html), expected, html)
  })

  it('has its character references read, and what is none left as it is', () => {
    assert.equal(heard('&amp;&lt;&eacute;&hellip;&#233;&#xE9;&#x1F41F;'), '“&<é…éé🐟”')
    assert.equal(heard('caf&#146;s &#151; &#x93;'), '“caf’s — “”')
    assert.equal(heard('&#0;&#xD800;&#x110000;'), '“\uFFFD\uFFFD\uFFFD”')
    assert.equal(
      heard('a&b; &nosuch; &amp &__proto__; &constructor;'),
      '“a&b; &nosuch; &amp &__proto__; &constructor;”',
    )
    assert.equal(heard('<a href="?a=1&copy=2&amp;b=&quot;">'), '<a href=?a=1&copy=2&b=">')
  })

  it('is read to its end, whatever it is, and loses no text that has no bracket in it', () => {
    const pieces = ['<', '>', '/', '!', '--', '"', "'", '=', ' ', 'title', 'script', 'a', '&', ';', '#x', '\n']
    const html = fc.array(fc.constantFrom(...pieces)).map((list) => list.join(''))
    fc.assert(fc.property(html, (text) => void heard(text)))
    fc.assert(
      fc.property(
        fc.string().filter((text) => text !== '' && !/[<&]/.test(text)),
        (text) => heard(text) === `“${text}”`,
      ),
    )
  })
})
