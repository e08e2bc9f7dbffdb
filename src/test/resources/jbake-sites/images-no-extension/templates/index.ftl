<#macro one doc>
- ${doc.title!"-"} ${doc.uri!"-"} ${doc.date?string("yyyy-MM-dd")} ${doc.status} <#if doc.tags??>${doc.tags?join("+")}</#if> ${doc.rootpath!"-"}
</#macro>
type=${content.type} rootpath=[${content.rootpath}]
<#list published_posts as post><@one post/></#list>
