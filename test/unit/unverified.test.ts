import assert from 'node:assert/strict'
import fc from 'fast-check'
import { unverified } from '../../server/core/marks/unverified.ts'
import { inOrder, passagesOf, wordsOf } from './passages.ts'

const marksOf = (text: string) => passagesOf(text).flatMap((p) => unverified(p, 0))
const read = (text: string): string[] => wordsOf(text, marksOf(text), ({ kind }) => kind)

function marks(text: string, ...expected: string[]): void {
  it(expected.length > 0 ? text : `nothing in: ${text}`, () => assert.deepEqual(read(text), expected))
}

describe('unverified assertions', () => {
  describe('whose lack of proof is told outright', () => {
    const gap = (text: string, words: string) => marks(text, `${words} | evidence-gap`)
    gap(
      'The ministry blamed smugglers without providing any evidence for its claims.',
      'without providing any evidence for its claims',
    )
    gap('The mayor said, without evidence, that the vote was rigged.', 'without evidence')
    gap('He spoke without a shred of proof.', 'without a shred of proof')
    gap('He offered no proof that the ship was armed.', 'offered no proof')
    gap('The ministry did not provide evidence to support the claim.', 'did not provide evidence to support the claim')
    gap('The firm has not yet presented any evidence.', 'has not yet presented any evidence')
    gap('She failed to give any proof of this.', 'failed to give any proof')
    gap('No evidence was offered.', 'No evidence was offered')
    gap('There is no evidence to back up the allegation.', 'no evidence to back up the allegation')
    gap('The account could not be independently verified.', 'could not be independently verified')
    gap('The Post could not immediately verify the reports.', 'could not immediately verify the reports')
    gap('The video has not been verified.', 'has not been verified')
    gap('The mayor repeated baseless claims.', 'baseless')
    gap('The claim is unsubstantiated.', 'unsubstantiated')
  })

  describe('are not what others found, nor papers that somebody lacks', () => {
    marks('A judge called the lawsuit baseless.')
    marks('Officials dismissed the claim as unfounded.')
    marks('Police said the reports were unfounded.')
    marks('The study provided no evidence that the drug works.')
    marks('There is no evidence that the drug works, Lee said.')
    marks('He was fined for driving without proof of insurance.')
    marks('The nominee has not been confirmed by the Senate.')
    marks('If the address has not been verified, the order is held.')
    marks('They provided evidence for their claims.')
    marks('“He showed us no evidence of it at all,” she said.')
  })

  describe('that are alleged', () => {
    marks('The alleged leader fled.', 'alleged | allegation')
    marks('He fought alleged “river pirates” there.', 'alleged | allegation', '“river pirates” | distancing-quotation')
    marks('Ruiz allegedly took part.', 'allegedly | allegation')
    marks('Police held three suspected smugglers.', 'suspected | allegation')
    marks('He is suspected of theft.', 'suspected | allegation')
    marks('Two officials were accused of taking bribes.', 'accused of | allegation')
    marks('A so-called militia and a purported letter came.', 'so-called | allegation', 'purported | allegation')
    marks('The supposed deal and the claimed savings fell through.', 'supposed | allegation', 'claimed | allegation')
  })

  describe('are not what somebody alleges in so many words, nor what doctors and courts say by custom', () => {
    marks('Prosecutors alleged that he took bribes.')
    marks('Prosecutors accused him of taking bribes.')
    marks('She suspected a trap.')
    marks('The hospital reported 12 suspected cases of measles.')
    marks('The alleged offence took place in May.')
    marks('He is supposed to leave.')
    marks('The storm claimed two lives.')
    marks('“The allegedly stolen goods were never stolen,” she said.')
  })

  describe('that are heard', () => {
    marks('The owner reportedly left.', 'reportedly | hearsay')
    marks('He is said to be ill.', 'is said to | hearsay')
    marks('It is understood that talks failed.', 'It is understood that | hearsay')
    marks('The rumoured buyer is understood to want time.', 'rumoured | hearsay', 'is understood to | hearsay')
    marks('She understood that he left. He said to wait.')
  })

  describe('that are hedged', () => {
    marks('It may rain, and the plan could cost jobs.', 'may | hedge', 'could | hedge')
    marks('He appears to agree. Perhaps he does.', 'appears to | hedge', 'Perhaps | hedge')
    marks('The painting is thought to be a copy.', 'is thought to | hedge')
    marks('A deal is likely.', 'likely | hedge')
    marks('You may leave. They could not find it. She could see it. In May it rained.')
    marks('Likely voters are twice as likely to stay.')
    marks('She seems tired.')
  })

  describe('from which the text keeps its distance', () => {
    marks('The “peace process” is over.', '“peace process” | distancing-quotation')
    marks('He called it “nonsense”.')
    marks('“Nonsense,” he said.')
    marks('The word “peace” is short, and so is “Moby Dick”.')
    marks('She said he was “weak”, “old” and “tired”.')
    marks('Set the option “verbose” first.')
  })

  it('give the sentence that they stand in', () => {
    const passages = passagesOf('It rained. He reportedly left.\nIt is over. It snowed. She allegedly stayed.')
    assert.deepEqual(
      passages.flatMap((p, n) => unverified(p, 10 * (n + 1))).map(({ sentence }) => sentence),
      [11, 22],
    )
  })

  it('lie in the draft in order, whatever the draft is', function () {
    this.timeout(20_000)
    const word = fc.constantFrom(
      'without',
      'evidence',
      'no',
      'was',
      'not',
      'verified',
      'alleged',
      'is',
      'said',
      'to',
      'be',
      '“',
      '”',
      'provide',
      'the',
      'claim',
      'for',
      'It',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    )
    fc.assert(fc.property(text, (draft) => inOrder(draft, marksOf(draft))))
  })
})
