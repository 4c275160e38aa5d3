import { readTexts } from './resx';

it('reads the texts of a resx file: several lines, marks and comments', () => {
  const xml = `<?xml version="1.0" encoding="utf-8"?>
<root>
  <!-- <data name="Old"><value>gone</value></data> -->
  <resheader name="version"><value>2.0</value></resheader>
  <data name="Title" xml:space="preserve"><value>Orders &amp; &lt;returns&gt; &#8211; &#xE1;</value></data>
  <data name="Lines" xml:space="preserve">
    <value>One
Two</value>
    <comment>two lines</comment>
  </data>
</root>`;
  expect(readTexts(xml)).toEqual({ Title: 'Orders & <returns> – á', Lines: 'One\nTwo' });
});
