<#import "macros.ftl" as m>
<#include "header.ftl">
<h1>${content.title?html}</h1>
<p><@m.day content.date/></p>
${content.body}
<ol><#list published_recipes as recipe><li><@m.link recipe/></li></#list></ol>
<#include "footer.ftl">
