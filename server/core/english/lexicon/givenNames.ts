const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Given names that in English are nearly always a man's. */
export const MEN = words(`
  adam alan albert alex alexander andrew anthony arthur barack ben benjamin bernie bill bob brian bruce carl carlos charles chris christopher colin craig
  daniel dave david dennis donald doug douglas ed edward eric ernest francis frank fred gary geoffrey george gerald gordon greg gregory harold harry henry
  howard hugh ian ivan jack jacob james jason jeff jeffrey jeremy jerry jim joe john jon jonathan jose joseph juan justin keith ken kenneth kevin larry
  lawrence luis luke marco mark martin matthew michael mike mitch mohammed neil nicholas nigel oliver oscar patrick paul pedro peter philip ralph raymond
  richard rick robert roger ron ronald roy russell ryan samuel scott sean simon stephen steve steven stuart ted thomas tim timothy tom tony victor vladimir
  walter wayne william
`)

/** Given names that in English are nearly always a woman's. */
export const WOMEN = words(`
  agnes alice alison amanda amy ana andrea angela anita ann anna anne annie barbara beth betty brenda carla carol caroline catherine charlotte christina
  christine claire clara claudia cynthia dana deborah debbie diana diane donna dorothy edith eleanor elena elizabeth ella ellen emily emma erica eva evelyn
  fiona florence frances gina gloria grace hannah heather helen hillary ines irene isabel ivanka jane janet jean jennifer jenny jessica joan joanna joyce
  judith judy julia julie karen kate katherine kathleen kathy kelly laura lauren linda lisa lucy lynn margaret maria marie marta martha mary megan melania
  melissa michelle monica nancy natalie nicola nina olga olivia pamela patricia paula penny rachel rebecca rosa rose ruth sally sandra sarah sharon sheila
  sophie stephanie sue susan teresa theresa tina valerie vanessa vera victoria virginia wendy
`)
