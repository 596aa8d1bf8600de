import { makeStyles, tokens } from '@fluentui/react-components';
import type { EditorThemeClasses } from 'lexical';

const useStyles = makeStyles({
  paragraph: { margin: `0 0 ${tokens.spacingVerticalM}` },
  quote: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: tokens.strokeWidthThicker,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: `0 0 ${tokens.spacingVerticalM}`, paddingInlineStart: '28px' },
  bold: { fontWeight: tokens.fontWeightBold },
  italic: { fontStyle: 'italic' },
  link: { color: tokens.colorBrandForegroundLink, textDecorationLine: 'underline' },
});

/** How what is written looks while it is written. */
export function useEditorTheme(): EditorThemeClasses {
  const { paragraph, quote, list, bold, italic, link } = useStyles();
  const of = (name: string | undefined) => name ?? '';
  return {
    paragraph: of(paragraph),
    quote: of(quote),
    link: of(link),
    list: { ul: of(list), ol: of(list) },
    text: { bold: of(bold), italic: of(italic) },
  };
}
