<#import "macros.ftl" as m>
<#include "header.ftl">
<h1>${content.title?html}</h1>
<p>${content.uri} <@m.day content.date/> ${content["my.field"]!"-"}</p>
${content.body}
<ul><#list content.tags as tag><li>${tag?html}</li></#list></ul>
<nav>
<#if content.previousContent??><@m.link content.previousContent/></#if>
<#if content.nextContent??><@m.link content.nextContent/></#if>
</nav>
<#include "sidebar.ftl">
<#include "footer.ftl">
