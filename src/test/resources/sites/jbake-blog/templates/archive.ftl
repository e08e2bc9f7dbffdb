<#import "macros.ftl" as m>
<#include "header.ftl">
<ul><#list published_content as each><li>${each.type} <@m.link each/></li></#list></ul>
<ul><#list all_content as each><li>${each.title?html}</li></#list></ul>
<#include "footer.ftl">
