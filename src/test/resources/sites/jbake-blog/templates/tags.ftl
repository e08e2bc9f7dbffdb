<#import "macros.ftl" as m>
<#include "header.ftl">
<h1>${tag?html}</h1>
<ul><#list tag_posts as post><li><@m.link post/></li></#list></ul>
<ul><#list tagged_documents as each><li>${each.title?html}</li></#list></ul>
<#include "footer.ftl">
