import ts from 'typescript';

/** What a reader sees or hears of an element beside its content. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'label',
  'placeholder',
  'title',
  'validationMessage',
  'hint',
  'content',
]);
/** What a reader sees of a mail. */
const MAILED = new Set(['text', 'label', 'subject']);
const LETTERS = /\p{L}{2}/u;

/** The texts that a source file of a screen or of a mail holds itself instead of taking them from a catalogue. */
export function hardCodedTexts(path: string, source: string): string[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
  const isMail = path.endsWith('.mail.ts') || path.endsWith('-blocks.ts');
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTERS.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) found.push(...literalsIn(node.expression));
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText(file))) found.push(...literalsIn(node.initializer));
    if (isMail && ts.isPropertyAssignment(node) && MAILED.has(node.name.getText(file)))
      found.push(...literalsIn(node.initializer));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The literals that an expression may come to. */
function literalsIn(expression: ts.Node | undefined): string[] {
  if (!expression) return [];
  if (ts.isStringLiteralLike(expression)) return LETTERS.test(expression.text) ? [expression.text] : [];
  if (ts.isTemplateExpression(expression)) {
    const own = expression.head.text + expression.templateSpans.map((span) => span.literal.text).join('');
    return LETTERS.test(own) ? [own] : [];
  }
  if (ts.isJsxExpression(expression) || ts.isParenthesizedExpression(expression)) return literalsIn(expression.expression);
  if (ts.isConditionalExpression(expression)) return [...literalsIn(expression.whenTrue), ...literalsIn(expression.whenFalse)];
  const joins = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken];
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return literalsIn(expression.right);
  if (ts.isBinaryExpression(expression) && joins.includes(expression.operatorToken.kind))
    return [...literalsIn(expression.left), ...literalsIn(expression.right)];
  return [];
}
