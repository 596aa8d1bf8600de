/** A small red square as PNG. */
const RED_SQUARE = 'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mP8z8BQz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC';

/** Text as Word puts it on the clipboard: conditional comments, mso styles, a list made of paragraphs, a table, fonts, a picture. */
export const wordHtml = `
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings></o:OfficeDocumentSettings></xml><![endif]-->
<p class="MsoNormal" style="margin:0cm;font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif">Dear Pat,<o:p></o:p></p>
<p class="MsoNormal" style="margin:0cm;font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif">here are your <b style="mso-bidi-font-weight:normal">results</b>.</p>
<p class="MsoListParagraph" style="margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1">1. Heart: good</p>
<p class="MsoListParagraph" style="margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1">2. Lungs: good</p>
<ul style="margin-top:0cm" type="disc"><li class="MsoNormal">Drink water</li><li class="MsoNormal">Sleep well</li></ul>
<table class="MsoTableGrid" border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse;border:none">
<tr><td style="border:solid windowtext 1.0pt;padding:0cm 5.4pt">Value</td><td style="border:solid windowtext 1.0pt;padding:0cm 5.4pt">Range</td></tr>
<tr><td style="border:solid windowtext 1.0pt;background:#E2EFD9">4.2</td><td style="border:solid windowtext 1.0pt">3.5 to 5.1</td></tr></table>
<p class="MsoNormal"><img width="40" height="40" alt="A red square" src="data:image/png;base64,${RED_SQUARE}"></p>
<p class="MsoNormal"><span style="font-family:&quot;Segoe Script&quot;;color:#1F3864">Alex Morgan</span></p>`;
