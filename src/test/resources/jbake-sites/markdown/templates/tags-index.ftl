<#macro one doc>
- ${doc.title!"-"} ${doc.uri!"-"} ${doc.date?string("yyyy-MM-dd")} ${doc.status} <#if doc.tags??>${doc.tags?join("+")}</#if> ${doc.rootpath!"-"}
</#macro>
type=${content.type} rootpath=[${content.rootpath}]
<#list tags as tag>${tag.name} ${tag.uri}
<#list tag.tagged_posts as post><@one post/></#list>
<#list tag.tagged_documents as post><@one post/></#list>
</#list>
alltags:<#list alltags as tag> ${tag}</#list>
