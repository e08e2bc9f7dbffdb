<#macro one doc>
- ${doc.title!"-"} ${doc.uri!"-"} ${doc.date?string("yyyy-MM-dd")} ${doc.status} <#if doc.tags??>${doc.tags?join("+")}</#if> ${doc.rootpath!"-"}
</#macro>
tag=${tag} type=${content.type} rootpath=[${content.rootpath}]
posts:<#list tag_posts as post><@one post/></#list>
documents:<#list tagged_documents as post><@one post/></#list>
